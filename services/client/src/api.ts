// Generated out of the OpenAPI document by `npm run client:generate`; changes by hand are lost.
export interface paths {
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Scopes: sessions:read. */
        get: operations["get_sessions"];
        put?: never;
        /** @description Scopes: sessions:create. */
        post: operations["post_sessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Scopes: sessions:read. */
        get: operations["get_sessions_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** @description Scopes: sessions:write. */
        patch: operations["patch_sessions_id"];
        trace?: never;
    };
    "/api/v1/sessions/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Scopes: sessions:write. */
        post: operations["post_sessions_id_resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/generate-one-time-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Scopes: sessions:write. */
        post: operations["post_sessions_id_generate_one_time_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Scopes: sessions:read. */
        get: operations["get_sessions_id_links"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/expire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Scopes: sessions:write. */
        post: operations["post_sessions_id_expire"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Scopes: sessions:write. */
        post: operations["post_sessions_id_submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/simulate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Scopes: sessions:write. */
        post: operations["post_sessions_id_simulate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/external-decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Scopes: sessions:write. */
        post: operations["post_sessions_id_external_decision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/reprocess": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Scopes: sessions:write. */
        post: operations["post_sessions_id_reprocess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/resume-workflow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Scopes: sessions:write. */
        post: operations["post_sessions_id_resume_workflow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/tags/add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Scopes: sessions:write. */
        post: operations["post_sessions_id_tags_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/tags/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Scopes: sessions:write. */
        post: operations["post_sessions_id_tags_remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** @description Scopes: sessions:write. */
        put: operations["put_sessions_id_tags"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** @description Scopes: redact:write. */
        delete: operations["delete_sessions_id_data"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/bulk-redact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Scopes: redact:write. */
        post: operations["post_sessions_bulk_redact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/legal-hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** @description Scopes: redact:write. */
        put: operations["put_sessions_id_legal_hold"];
        post?: never;
        /** @description Scopes: redact:write. */
        delete: operations["delete_sessions_id_legal_hold"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Scopes: sessions:read. */
        get: operations["get_sessions_id_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Scopes: sessions:read, pii:export. */
        get: operations["get_sessions_id_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Scopes: documents:read. */
        get: operations["get_sessions_id_documents"];
        put?: never;
        /** @description Scopes: documents:write. */
        post: operations["post_sessions_id_documents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/documents/{doc_type}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_sessions_id_documents_doc_type"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/verify/{token}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_verify_token_state"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/verify/{token}/consent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_verify_token_consent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/verify/{token}/document-type": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_verify_token_document_type"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/verify/{token}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_verify_token_documents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/verify/{token}/selfie": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_verify_token_selfie"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/verify/{token}/liveness/challenge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_verify_token_liveness_challenge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/verify/{token}/liveness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_verify_token_liveness"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/verify/{token}/user-info": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_verify_token_user_info"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/verify/{token}/proof-of-address": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_verify_token_proof_of_address"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/verify/{token}/signals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_verify_token_signals"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/verify/{token}/handoff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_verify_token_handoff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/verify/{token}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_verify_token_complete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/verify/{token}/sandbox-outcome": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_verify_token_sandbox_outcome"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Scopes: verifications:read. */
        get: operations["get_sessions_id_result"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/results/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Scopes: verifications:read. */
        get: operations["get_results_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Scopes: verifications:read. */
        get: operations["get_results"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/verifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Scopes: verifications:read. */
        get: operations["get_sessions_id_verifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/attempts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Scopes: verifications:read. */
        get: operations["get_sessions_id_attempts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/workflow-run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Scopes: verifications:read. */
        get: operations["get_sessions_id_workflow_run"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/risk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Scopes: verifications:read. */
        get: operations["get_sessions_id_risk"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/endpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Scopes: webhooks:read. */
        get: operations["get_webhooks_endpoints"];
        put?: never;
        /** @description Scopes: webhooks:write. */
        post: operations["post_webhooks_endpoints"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/endpoints/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Scopes: webhooks:read. */
        get: operations["get_webhooks_endpoints_id"];
        put?: never;
        post?: never;
        /** @description Scopes: webhooks:write. */
        delete: operations["delete_webhooks_endpoints_id"];
        options?: never;
        head?: never;
        /** @description Scopes: webhooks:write. */
        patch: operations["patch_webhooks_endpoints_id"];
        trace?: never;
    };
    "/api/v1/webhooks/endpoints/{id}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Scopes: webhooks:write. */
        post: operations["post_webhooks_endpoints_id_rotate_secret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/endpoints/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Scopes: webhooks:write. */
        post: operations["post_webhooks_endpoints_id_test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/endpoints/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Scopes: webhooks:read. */
        get: operations["get_webhooks_endpoints_id_deliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/deliveries/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Scopes: webhooks:write. */
        post: operations["post_webhooks_deliveries_id_retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/endpoints/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Scopes: webhooks:write. */
        post: operations["post_webhooks_endpoints_id_replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/event-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Scopes: webhooks:read. */
        get: operations["get_webhooks_event_types"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Scopes: webhooks:read. */
        get: operations["get_events_feed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.well-known/webhook-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_well_known_webhook_keys_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Scopes: cases:read. */
        get: operations["get_cases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Scopes: cases:read. */
        get: operations["get_cases_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/next": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Scopes: cases:decide. */
        post: operations["post_cases_next"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Scopes: cases:decide. */
        post: operations["post_cases_id_claim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Scopes: cases:decide. */
        post: operations["post_cases_id_release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Scopes: cases:decide. */
        post: operations["post_cases_id_assign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Scopes: cases:decide. */
        post: operations["post_cases_id_approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Scopes: cases:decide. */
        post: operations["post_cases_id_reject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/resubmit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Scopes: cases:decide. */
        post: operations["post_cases_id_resubmit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/escalate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Scopes: cases:decide. */
        post: operations["post_cases_id_escalate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Scopes: cases:decide. */
        post: operations["post_cases_id_notes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/extracted-data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** @description Scopes: cases:decide. */
        put: operations["put_cases_id_extracted_data"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/checks/{check}/override": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Scopes: cases:decide. */
        post: operations["post_cases_id_checks_check_override"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Scopes: workflows:read. */
        get: operations["get_workflows"];
        put?: never;
        /** @description Scopes: workflows:write. */
        post: operations["post_workflows"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Scopes: workflows:read. */
        get: operations["get_workflows_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** @description Scopes: workflows:write. */
        patch: operations["patch_workflows_id"];
        trace?: never;
    };
    "/api/v1/workflows/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Scopes: workflows:read. */
        get: operations["get_workflows_id_versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/{id}/set-default": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Scopes: workflows:write. */
        post: operations["post_workflows_id_set_default"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/{id}/deactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Scopes: workflows:write. */
        post: operations["post_workflows_id_deactivate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/{id}/trigger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Scopes: workflows:read, sessions:write. */
        post: operations["post_workflows_id_trigger"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/{id}/dry-run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Scopes: workflows:read, verifications:read. */
        post: operations["post_workflows_id_dry_run"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/verification-policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Scopes: workflows:read. */
        get: operations["get_verification_policies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Scopes: identities:read. */
        get: operations["get_identities"];
        put?: never;
        /** @description Scopes: identities:write. */
        post: operations["post_identities"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identities/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Scopes: identities:read. */
        get: operations["get_identities_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** @description Scopes: identities:write. */
        patch: operations["patch_identities_id"];
        trace?: never;
    };
    "/api/v1/identities/{id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Scopes: identities:read, sessions:read. */
        get: operations["get_identities_id_sessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identities/{id}/tags/add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Scopes: identities:write. */
        post: operations["post_identities_id_tags_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identities/{id}/tags/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Scopes: identities:write. */
        post: operations["post_identities_id_tags_remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identities/{id}/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** @description Scopes: identities:write. */
        put: operations["put_identities_id_tags"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identities/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Scopes: identities:write. */
        post: operations["post_identities_id_archive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identities/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Scopes: identities:write. */
        post: operations["post_identities_id_restore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identities/{id}/data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** @description Scopes: identities:write, redact:write. */
        delete: operations["delete_identities_id_data"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identities/{id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Scopes: identities:read, sessions:read, pii:export. */
        get: operations["get_identities_id_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identities/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Scopes: identities:write. */
        post: operations["post_identities_id_merge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Scopes: audit:read. */
        get: operations["get_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Scopes: audit:read. */
        get: operations["get_events_verify"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/watchlists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Scopes: verifications:read. */
        get: operations["get_watchlists"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Scopes: keys:write. */
        get: operations["get_api_keys"];
        put?: never;
        /** @description Scopes: keys:write. */
        post: operations["post_api_keys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Scopes: keys:write. */
        get: operations["get_api_keys_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** @description Scopes: keys:write. */
        patch: operations["patch_api_keys_id"];
        trace?: never;
    };
    "/api/v1/api-keys/{id}/expire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Scopes: keys:write. */
        post: operations["post_api_keys_id_expire"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{id}/clone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Scopes: keys:write. */
        post: operations["post_api_keys_id_clone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organization": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Scopes: organization:write. */
        get: operations["get_organization"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** @description Scopes: organization:write. */
        patch: operations["patch_organization"];
        trace?: never;
    };
    "/api/v1/rate-limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Scopes: sessions:read. */
        get: operations["get_rate_limits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Scopes: identities:read. */
        get: operations["get_lists"];
        put?: never;
        /** @description Scopes: organization:write. */
        post: operations["post_lists"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lists/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Scopes: identities:read. */
        get: operations["get_lists_id"];
        put?: never;
        post?: never;
        /** @description Scopes: organization:write. */
        delete: operations["delete_lists_id"];
        options?: never;
        head?: never;
        /** @description Scopes: organization:write. */
        patch: operations["patch_lists_id"];
        trace?: never;
    };
    "/api/v1/lists/{id}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Scopes: identities:read. */
        get: operations["get_lists_id_items"];
        put?: never;
        /** @description Scopes: organization:write. */
        post: operations["post_lists_id_items"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lists/{id}/items/{itemId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** @description Scopes: organization:write. */
        delete: operations["delete_lists_id_items_itemId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/stream-token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Scopes: sessions:read. */
        post: operations["post_sessions_id_stream_token"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_sessions_id_stream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mcp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_mcp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_openapi_json"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_docs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    "session.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** session.created */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["Event"];
                };
            };
            responses: {
                /** @description Received; anything else is tried again. */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "session.link_generated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** session.link_generated */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["Event"];
                };
            };
            responses: {
                /** @description Received; anything else is tried again. */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "session.started": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** session.started */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["Event"];
                };
            };
            responses: {
                /** @description Received; anything else is tried again. */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "session.awaiting_external": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** session.awaiting_external */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["Event"];
                };
            };
            responses: {
                /** @description Received; anything else is tried again. */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "session.requires-review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** session.requires-review */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["Event"];
                };
            };
            responses: {
                /** @description Received; anything else is tried again. */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "session.approved": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** session.approved */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["Event"];
                };
            };
            responses: {
                /** @description Received; anything else is tried again. */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "session.declined": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** session.declined */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["Event"];
                };
            };
            responses: {
                /** @description Received; anything else is tried again. */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "session.expired": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** session.expired */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["Event"];
                };
            };
            responses: {
                /** @description Received; anything else is tried again. */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "session.failed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** session.failed */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["Event"];
                };
            };
            responses: {
                /** @description Received; anything else is tried again. */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "session.resubmission-required": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** session.resubmission-required */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["Event"];
                };
            };
            responses: {
                /** @description Received; anything else is tried again. */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "session.redacted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** session.redacted */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["Event"];
                };
            };
            responses: {
                /** @description Received; anything else is tried again. */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "session.retention-expired": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** session.retention-expired */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["Event"];
                };
            };
            responses: {
                /** @description Received; anything else is tried again. */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "check.completed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** check.completed */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["Event"];
                };
            };
            responses: {
                /** @description Received; anything else is tried again. */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "document.verified": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** document.verified */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["Event"];
                };
            };
            responses: {
                /** @description Received; anything else is tried again. */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "document.extracted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** document.extracted */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["Event"];
                };
            };
            responses: {
                /** @description Received; anything else is tried again. */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "case.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** case.created */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["Event"];
                };
            };
            responses: {
                /** @description Received; anything else is tried again. */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "case.approved": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** case.approved */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["Event"];
                };
            };
            responses: {
                /** @description Received; anything else is tried again. */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "case.rejected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** case.rejected */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["Event"];
                };
            };
            responses: {
                /** @description Received; anything else is tried again. */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "case.escalated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** case.escalated */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["Event"];
                };
            };
            responses: {
                /** @description Received; anything else is tried again. */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "identity.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** identity.created */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["Event"];
                };
            };
            responses: {
                /** @description Received; anything else is tried again. */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "identity.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** identity.updated */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["Event"];
                };
            };
            responses: {
                /** @description Received; anything else is tried again. */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "identity.archived": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** identity.archived */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["Event"];
                };
            };
            responses: {
                /** @description Received; anything else is tried again. */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "identity.restored": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** identity.restored */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["Event"];
                };
            };
            responses: {
                /** @description Received; anything else is tried again. */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        Error: {
            /** @enum {string} */
            error: "bad_request" | "malformed_json" | "unsupported_version" | "unauthorized" | "key_expired" | "missing_scope" | "ip_not_allowed" | "origin_not_allowed" | "sandbox_only" | "signature_invalid" | "not_found" | "method_not_allowed" | "invalid_state" | "session_redacted" | "sensitive_data_expired" | "legal_hold" | "stale_decision" | "link_in_use" | "consent_required" | "case_closed" | "case_claimed" | "nonce_used" | "nonce_expired" | "case_escalated" | "same_reviewer" | "reviewer_required" | "identity_exists" | "identity_redacted" | "identity_merged" | "list_exists" | "list_of_review" | "workflow_is_default" | "workflow_inactive" | "endpoint_disabled" | "delivery_pending" | "idempotency_in_progress" | "token_unavailable" | "document_gone" | "payload_too_large" | "unsupported_media_type" | "unsupported_file_type" | "validation_failed" | "missing_pieces" | "nonce_unknown" | "invalid_image" | "image_too_large" | "image_too_small" | "face_count" | "invalid_definition" | "idempotency_mismatch" | "too_many_attempts" | "rate_limited" | "internal_error" | "temporarily_unavailable" | "transition_conflict" | "attempt_stale" | "key_destroyed" | "ciphertext_invalid" | "engine_failed" | "artifact_unavailable" | "watchlist_invalid" | "watchlist_unavailable" | "config_invalid";
            detail: string;
            status_code: number;
            request_id: string;
            errors?: {
                field: string;
                code: string;
                message: string;
                node?: string;
            }[];
        };
        Event: {
            /** @enum {string} */
            event: "session.created" | "session.link_generated" | "session.started" | "session.awaiting_external" | "session.requires-review" | "session.approved" | "session.declined" | "session.expired" | "session.failed" | "session.resubmission-required" | "session.redacted" | "session.retention-expired" | "check.completed" | "document.verified" | "document.extracted" | "case.created" | "case.approved" | "case.rejected" | "case.escalated" | "identity.created" | "identity.updated" | "identity.archived" | "identity.restored";
            id: string;
            idempotency_key: string;
            /** Format: date-time */
            created_at: string;
            sequence: number;
            session_id?: string | null;
            external_ref?: string | null;
            status?: string | null;
            is_sandbox?: boolean;
        };
    };
    responses: {
        /** @description It was refused, or something of ours is down. */
        Error: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
    };
    parameters: {
        /** @description The same key and parameters within 24 hours: the stored answer, and nothing is done twice. */
        IdempotencyKey: string;
        /** @description The casing of the answer's keys. */
        KeyInflection: "snake" | "camel" | "kebab";
        /** @description The current one is 2026-01-01. */
        VerifaVersion: "2026-01-01";
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    get_sessions: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                after?: string;
                status?: string | string[];
                q?: string;
                external_ref?: string;
                workflow_id?: string;
                country?: string;
                tag?: string;
                result?: "approved" | "rejected" | "needs_review";
                created_after?: string;
                created_before?: string;
            };
            header?: {
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            422: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_sessions: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and parameters within 24 hours: the stored answer, and nothing is done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            422: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_sessions_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    patch_sessions_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and parameters within 24 hours: the stored answer, and nothing is done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    external_ref?: string | null;
                    metadata?: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            422: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_sessions_id_resume: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and parameters within 24 hours: the stored answer, and nothing is done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_sessions_id_generate_one_time_link: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and parameters within 24 hours: the stored answer, and nothing is done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    expires_in_minutes?: number | null;
                };
            };
        };
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            422: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_sessions_id_links: {
        parameters: {
            query?: never;
            header?: {
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_sessions_id_expire: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and parameters within 24 hours: the stored answer, and nothing is done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_sessions_id_submit: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and parameters within 24 hours: the stored answer, and nothing is done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_sessions_id_simulate: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and parameters within 24 hours: the stored answer, and nothing is done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    action: "approve" | "decline" | "reject" | "require-review" | "needs_review" | "expire";
                };
            };
        };
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            422: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_sessions_id_external_decision: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and parameters within 24 hours: the stored answer, and nothing is done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    decision: "continue" | "fail" | "reject";
                    gate?: string;
                    attempt?: number;
                    metadata?: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            422: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_sessions_id_reprocess: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and parameters within 24 hours: the stored answer, and nothing is done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_sessions_id_resume_workflow: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and parameters within 24 hours: the stored answer, and nothing is done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    step_index?: number;
                    policy?: string;
                };
            };
        };
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            422: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_sessions_id_tags_add: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and parameters within 24 hours: the stored answer, and nothing is done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    tag: string;
                };
            };
        };
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            422: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_sessions_id_tags_remove: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and parameters within 24 hours: the stored answer, and nothing is done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    tag: string;
                };
            };
        };
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            422: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    put_sessions_id_tags: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and parameters within 24 hours: the stored answer, and nothing is done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    tags: string[];
                };
            };
        };
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            422: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    delete_sessions_id_data: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and parameters within 24 hours: the stored answer, and nothing is done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_sessions_bulk_redact: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and parameters within 24 hours: the stored answer, and nothing is done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    session_ids: string[];
                };
            };
        };
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            422: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    put_sessions_id_legal_hold: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and parameters within 24 hours: the stored answer, and nothing is done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    reason_code: string;
                };
            };
        };
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            422: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    delete_sessions_id_legal_hold: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and parameters within 24 hours: the stored answer, and nothing is done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    reason_code?: string;
                };
            };
        };
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            422: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_sessions_id_events: {
        parameters: {
            query?: never;
            header?: {
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_sessions_id_export: {
        parameters: {
            query?: never;
            header?: {
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_sessions_id_documents: {
        parameters: {
            query?: never;
            header?: {
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_sessions_id_documents: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and parameters within 24 hours: the stored answer, and nothing is done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_sessions_id_documents_doc_type: {
        parameters: {
            query?: never;
            header?: {
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
                doc_type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            404: components["responses"]["Error"];
            422: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_verify_token_state: {
        parameters: {
            query?: never;
            header?: {
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            404: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_verify_token_consent: {
        parameters: {
            query?: never;
            header?: {
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    accepted: boolean;
                    version: string;
                };
            };
        };
        responses: {
            400: components["responses"]["Error"];
            404: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            422: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_verify_token_document_type: {
        parameters: {
            query?: never;
            header?: {
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    document_type: "passport" | "drivers_license" | "national_id" | "residence_permit";
                    country: string;
                };
            };
        };
        responses: {
            400: components["responses"]["Error"];
            404: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            422: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_verify_token_documents: {
        parameters: {
            query?: never;
            header?: {
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            404: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_verify_token_selfie: {
        parameters: {
            query?: never;
            header?: {
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            404: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_verify_token_liveness_challenge: {
        parameters: {
            query?: never;
            header?: {
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            404: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_verify_token_liveness: {
        parameters: {
            query?: never;
            header?: {
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            404: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_verify_token_user_info: {
        parameters: {
            query?: never;
            header?: {
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            400: components["responses"]["Error"];
            404: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            422: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_verify_token_proof_of_address: {
        parameters: {
            query?: never;
            header?: {
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            404: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_verify_token_signals: {
        parameters: {
            query?: never;
            header?: {
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    behaviour?: {
                        hesitations?: number;
                        longest_pause_ms?: number;
                        hidden_count?: number;
                        hidden_ms?: number;
                        pasted_fields?: string[];
                        edited_after_autofill?: boolean;
                        mouse?: {
                            moves: number;
                            straight_share: number;
                        };
                        keystrokes?: {
                            presses: number;
                            interval_deviation_ms: number;
                        };
                        screen_shared?: boolean;
                    };
                    device?: {
                        webdriver?: boolean;
                        webdriver_altered?: boolean;
                        automation_traces?: string[];
                        devtools_open?: boolean;
                        camera_label?: string;
                        webgl_renderer?: string;
                        incognito?: boolean;
                        time_zone?: string;
                        languages?: string[];
                        screen?: {
                            width: number;
                            height: number;
                        };
                    };
                    nonce?: string;
                };
            };
        };
        responses: {
            400: components["responses"]["Error"];
            404: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            422: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_verify_token_handoff: {
        parameters: {
            query?: never;
            header?: {
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            404: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_verify_token_complete: {
        parameters: {
            query?: never;
            header?: {
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            404: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_verify_token_sandbox_outcome: {
        parameters: {
            query?: never;
            header?: {
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    outcome: "approve" | "reject" | "needs_review";
                };
            };
        };
        responses: {
            400: components["responses"]["Error"];
            404: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            422: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_sessions_id_result: {
        parameters: {
            query?: {
                attempt?: number;
            };
            header?: {
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            422: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_results_id: {
        parameters: {
            query?: {
                attempt?: number;
            };
            header?: {
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            422: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_results: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                status?: "approved" | "rejected" | "needs_review";
            };
            header?: {
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            422: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_sessions_id_verifications: {
        parameters: {
            query?: never;
            header?: {
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_sessions_id_attempts: {
        parameters: {
            query?: never;
            header?: {
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_sessions_id_workflow_run: {
        parameters: {
            query?: never;
            header?: {
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_sessions_id_risk: {
        parameters: {
            query?: {
                attempt?: number;
            };
            header?: {
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            422: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_webhooks_endpoints: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
            };
            header?: {
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            422: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_webhooks_endpoints: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and parameters within 24 hours: the stored answer, and nothing is done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    url: string;
                    /** @default null */
                    label?: string | null;
                    /** @default null */
                    description?: string | null;
                    enabled_events?: ("*" | "session.created" | "session.link_generated" | "session.started" | "session.awaiting_external" | "session.requires-review" | "session.approved" | "session.declined" | "session.expired" | "session.failed" | "session.resubmission-required" | "session.redacted" | "session.retention-expired" | "check.completed" | "document.verified" | "document.extracted" | "case.created" | "case.approved" | "case.rejected" | "case.escalated" | "identity.created" | "identity.updated" | "identity.archived" | "identity.restored")[];
                    /** @default [] */
                    attribute_blocklist?: string[];
                    /**
                     * @default 2026-01-01
                     * @enum {string}
                     */
                    api_version?: "2026-01-01";
                    /**
                     * @default snake
                     * @enum {string}
                     */
                    key_inflection?: "snake" | "camel" | "kebab";
                    /** @default false */
                    ed25519_signature?: boolean;
                };
            };
        };
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            422: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_webhooks_endpoints_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    delete_webhooks_endpoints_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and parameters within 24 hours: the stored answer, and nothing is done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    patch_webhooks_endpoints_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and parameters within 24 hours: the stored answer, and nothing is done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    url?: string;
                    label?: string | null;
                    description?: string | null;
                    enabled?: boolean;
                    enabled_events?: ("*" | "session.created" | "session.link_generated" | "session.started" | "session.awaiting_external" | "session.requires-review" | "session.approved" | "session.declined" | "session.expired" | "session.failed" | "session.resubmission-required" | "session.redacted" | "session.retention-expired" | "check.completed" | "document.verified" | "document.extracted" | "case.created" | "case.approved" | "case.rejected" | "case.escalated" | "identity.created" | "identity.updated" | "identity.archived" | "identity.restored")[];
                    attribute_blocklist?: string[];
                    /** @enum {string} */
                    api_version?: "2026-01-01";
                    /** @enum {string} */
                    key_inflection?: "snake" | "camel" | "kebab";
                    ed25519_signature?: boolean;
                };
            };
        };
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            422: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_webhooks_endpoints_id_rotate_secret: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and parameters within 24 hours: the stored answer, and nothing is done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @default false */
                    immediate?: boolean;
                };
            };
        };
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            422: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_webhooks_endpoints_id_test: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and parameters within 24 hours: the stored answer, and nothing is done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @default session.approved
                     * @enum {string}
                     */
                    event_type?: "session.created" | "session.link_generated" | "session.started" | "session.awaiting_external" | "session.requires-review" | "session.approved" | "session.declined" | "session.expired" | "session.failed" | "session.resubmission-required" | "session.redacted" | "session.retention-expired" | "check.completed" | "document.verified" | "document.extracted" | "case.created" | "case.approved" | "case.rejected" | "case.escalated" | "identity.created" | "identity.updated" | "identity.archived" | "identity.restored";
                };
            };
        };
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            422: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_webhooks_endpoints_id_deliveries: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                status?: "pending" | "delivered" | "failed" | "held";
                event_type?: "session.created" | "session.link_generated" | "session.started" | "session.awaiting_external" | "session.requires-review" | "session.approved" | "session.declined" | "session.expired" | "session.failed" | "session.resubmission-required" | "session.redacted" | "session.retention-expired" | "check.completed" | "document.verified" | "document.extracted" | "case.created" | "case.approved" | "case.rejected" | "case.escalated" | "identity.created" | "identity.updated" | "identity.archived" | "identity.restored";
            };
            header?: {
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            422: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_webhooks_deliveries_id_retry: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and parameters within 24 hours: the stored answer, and nothing is done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_webhooks_endpoints_id_replay: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and parameters within 24 hours: the stored answer, and nothing is done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: date-time */
                    since: string;
                    /** Format: date-time */
                    until?: string;
                    event_types?: ("session.created" | "session.link_generated" | "session.started" | "session.awaiting_external" | "session.requires-review" | "session.approved" | "session.declined" | "session.expired" | "session.failed" | "session.resubmission-required" | "session.redacted" | "session.retention-expired" | "check.completed" | "document.verified" | "document.extracted" | "case.created" | "case.approved" | "case.rejected" | "case.escalated" | "identity.created" | "identity.updated" | "identity.archived" | "identity.restored")[];
                };
            };
        };
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            422: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_webhooks_event_types: {
        parameters: {
            query?: never;
            header?: {
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_events_feed: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
            };
            header?: {
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            422: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_well_known_webhook_keys_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            404: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_cases: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                status?: "open" | "in_review" | "pending_second_review" | "escalated" | "approved" | "rejected" | "closed";
                assignee?: string;
                age?: "green" | "yellow" | "red";
            };
            header?: {
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            422: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_cases_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_cases_next: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and parameters within 24 hours: the stored answer, and nothing is done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    reviewer_id?: string;
                };
            };
        };
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            422: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_cases_id_claim: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and parameters within 24 hours: the stored answer, and nothing is done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    reviewer_id?: string;
                };
            };
        };
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            422: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_cases_id_release: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and parameters within 24 hours: the stored answer, and nothing is done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    reviewer_id?: string;
                };
            };
        };
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            422: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_cases_id_assign: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and parameters within 24 hours: the stored answer, and nothing is done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    reviewer_id?: string;
                    assignee_id: string;
                };
            };
        };
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            422: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_cases_id_approve: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and parameters within 24 hours: the stored answer, and nothing is done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    reviewer_id?: string;
                };
            };
        };
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            422: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_cases_id_reject: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and parameters within 24 hours: the stored answer, and nothing is done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    reviewer_id?: string;
                    /** @default null */
                    reason?: string | null;
                    /** @default review_rejected */
                    reason_code?: string;
                    /** @default false */
                    blocklist?: boolean;
                };
            };
        };
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            422: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_cases_id_resubmit: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and parameters within 24 hours: the stored answer, and nothing is done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    reviewer_id?: string;
                    pieces: ("id_front" | "id_back" | "selfie" | "user_info" | "proof_of_address")[];
                };
            };
        };
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            422: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_cases_id_escalate: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and parameters within 24 hours: the stored answer, and nothing is done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    reviewer_id?: string;
                    reason?: string;
                };
            };
        };
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            422: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_cases_id_notes: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and parameters within 24 hours: the stored answer, and nothing is done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    reviewer_id?: string;
                    text: string;
                };
            };
        };
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            422: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    put_cases_id_extracted_data: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and parameters within 24 hours: the stored answer, and nothing is done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    reviewer_id?: string;
                    fields: {
                        /** @enum {string} */
                        document_type?: "passport" | "drivers_license" | "national_id" | "residence_permit" | "other";
                        document_issuing_state?: string;
                        last_name?: string;
                        first_name?: string;
                        document_number?: string;
                        nationality?: string;
                        date_of_birth?: string | null;
                        /** @enum {string} */
                        gender?: "male" | "female" | "unspecified";
                        document_expiration_date?: string | null;
                        document_issue_date?: string | null;
                    };
                };
            };
        };
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            422: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_cases_id_checks_check_override: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and parameters within 24 hours: the stored answer, and nothing is done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
                check: "document_quality" | "document_ocr" | "document_expiration" | "id_document_filter" | "document_forensics" | "face_match" | "liveness" | "age" | "identity_crossref" | "duplicate_detection" | "watchlist_screening" | "check_against_list" | "proof_of_address_check" | "risk_assessment";
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    reviewer_id?: string;
                    passed: boolean;
                    reason: string;
                };
            };
        };
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            422: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_workflows: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                active?: "true" | "false";
            };
            header?: {
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            422: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_workflows: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and parameters within 24 hours: the stored answer, and nothing is done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    name: string;
                    definition: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            422: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_workflows_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    patch_workflows_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and parameters within 24 hours: the stored answer, and nothing is done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    name?: string;
                    definition?: {
                        [key: string]: unknown;
                    };
                    rollout_percentage?: number;
                };
            };
        };
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            422: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_workflows_id_versions: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
            };
            header?: {
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            422: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_workflows_id_set_default: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and parameters within 24 hours: the stored answer, and nothing is done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_workflows_id_deactivate: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and parameters within 24 hours: the stored answer, and nothing is done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_workflows_id_trigger: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and parameters within 24 hours: the stored answer, and nothing is done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    session_id: string;
                };
            };
        };
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            422: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_workflows_id_dry_run: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and parameters within 24 hours: the stored answer, and nothing is done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    session_id?: string;
                    last?: number;
                    definition?: {
                        [key: string]: unknown;
                    };
                    /** @default false */
                    refresh?: boolean;
                };
            };
        };
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            422: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_verification_policies: {
        parameters: {
            query?: never;
            header?: {
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_identities: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                status?: "unverified" | "approved" | "rejected";
                tag?: string;
                q?: string;
                archived?: "true" | "false";
            };
            header?: {
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            422: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_identities: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and parameters within 24 hours: the stored answer, and nothing is done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    external_ref?: string;
                    tags?: string[];
                    metadata?: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            422: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_identities_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    patch_identities_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and parameters within 24 hours: the stored answer, and nothing is done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    external_ref?: string | null;
                    metadata?: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            422: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_identities_id_sessions: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
            };
            header?: {
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            422: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_identities_id_tags_add: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and parameters within 24 hours: the stored answer, and nothing is done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    tag: string;
                };
            };
        };
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            422: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_identities_id_tags_remove: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and parameters within 24 hours: the stored answer, and nothing is done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    tag: string;
                };
            };
        };
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            422: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    put_identities_id_tags: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and parameters within 24 hours: the stored answer, and nothing is done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    tags: string[];
                };
            };
        };
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            422: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_identities_id_archive: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and parameters within 24 hours: the stored answer, and nothing is done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_identities_id_restore: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and parameters within 24 hours: the stored answer, and nothing is done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    delete_identities_id_data: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and parameters within 24 hours: the stored answer, and nothing is done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_identities_id_export: {
        parameters: {
            query?: never;
            header?: {
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_identities_id_merge: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and parameters within 24 hours: the stored answer, and nothing is done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    source: string;
                    /** @default false */
                    preview?: boolean;
                };
            };
        };
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            422: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_events: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                resource_type?: "session" | "workflow" | "identity" | "document" | "case" | "api_key" | "user" | "webhook_endpoint" | "webhook_delivery" | "list" | "list_item" | "organization";
                resource_id?: string;
                action?: string;
                actor?: string;
                since?: string;
                until?: string;
            };
            header?: {
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            422: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_events_verify: {
        parameters: {
            query?: never;
            header?: {
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_watchlists: {
        parameters: {
            query?: never;
            header?: {
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_api_keys: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
            };
            header?: {
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            422: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_api_keys: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and parameters within 24 hours: the stored answer, and nothing is done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    label: string;
                    /** @enum {string} */
                    environment?: "live" | "sandbox";
                    scopes?: ("sessions:read" | "sessions:create" | "sessions:write" | "documents:read" | "documents:write" | "verifications:read" | "workflows:read" | "workflows:write" | "cases:read" | "cases:decide" | "identities:read" | "identities:write" | "webhooks:read" | "webhooks:write" | "redact:write" | "pii:export" | "audit:read" | "keys:write" | "organization:write")[];
                    /** @default null */
                    ip_allow_list?: string[] | null;
                    expires_at?: string | null;
                };
            };
        };
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            422: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_api_keys_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    patch_api_keys_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and parameters within 24 hours: the stored answer, and nothing is done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    label?: string;
                    scopes?: ("sessions:read" | "sessions:create" | "sessions:write" | "documents:read" | "documents:write" | "verifications:read" | "workflows:read" | "workflows:write" | "cases:read" | "cases:decide" | "identities:read" | "identities:write" | "webhooks:read" | "webhooks:write" | "redact:write" | "pii:export" | "audit:read" | "keys:write" | "organization:write")[];
                    ip_allow_list?: string[] | null;
                    expires_at?: string | null;
                };
            };
        };
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            422: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_api_keys_id_expire: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and parameters within 24 hours: the stored answer, and nothing is done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_api_keys_id_clone: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and parameters within 24 hours: the stored answer, and nothing is done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_organization: {
        parameters: {
            query?: never;
            header?: {
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    patch_organization: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and parameters within 24 hours: the stored answer, and nothing is done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    name?: string;
                    settings?: {
                        api_pii_fields?: ("first_name" | "last_name" | "date_of_birth" | "address" | "document_number" | "nationality" | "gender" | "ssn" | "document_type" | "document_expiration_date" | "document_issuing_state")[] | null;
                        webhook_pii_fields?: ("first_name" | "last_name" | "date_of_birth" | "address" | "document_number" | "nationality" | "gender" | "ssn" | "document_type" | "document_expiration_date" | "document_issuing_state")[] | null;
                        allowed_origins?: string[] | null;
                        image_url_expiry_seconds?: number | null;
                        token_minutes?: number | null;
                        time_zone?: string | null;
                        dual_review?: boolean | null;
                        signal_actions?: {
                            [key: string]: "ignore" | "flag" | "block";
                        } | null;
                    };
                };
            };
        };
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            422: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_rate_limits: {
        parameters: {
            query?: never;
            header?: {
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_lists: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
            };
            header?: {
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            422: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_lists: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and parameters within 24 hours: the stored answer, and nothing is done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    name: string;
                    /** @enum {string} */
                    action: "block" | "flag" | "allow";
                };
            };
        };
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            422: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_lists_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    delete_lists_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and parameters within 24 hours: the stored answer, and nothing is done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    patch_lists_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and parameters within 24 hours: the stored answer, and nothing is done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    name?: string;
                    /** @enum {string} */
                    action?: "block" | "flag" | "allow";
                };
            };
        };
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            422: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_lists_id_items: {
        parameters: {
            query?: {
                limit?: number;
                after?: unknown;
            };
            header?: {
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            422: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_lists_id_items: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and parameters within 24 hours: the stored answer, and nothing is done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    delete_lists_id_items_itemId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and parameters within 24 hours: the stored answer, and nothing is done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
                itemId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_sessions_id_stream_token: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and parameters within 24 hours: the stored answer, and nothing is done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            401: components["responses"]["Error"];
            403: components["responses"]["Error"];
            404: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_sessions_id_stream: {
        parameters: {
            query: {
                token: string;
            };
            header?: {
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            404: components["responses"]["Error"];
            422: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_mcp: {
        parameters: {
            query?: {
                toolsets?: string;
                read_only?: "true" | "false";
            };
            header?: {
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            409: components["responses"]["Error"];
            413: components["responses"]["Error"];
            415: components["responses"]["Error"];
            422: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_openapi_json: {
        parameters: {
            query?: never;
            header?: {
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_docs: {
        parameters: {
            query?: never;
            header?: {
                /** @description The casing of the answer's keys. */
                "Key-Inflection"?: components["parameters"]["KeyInflection"];
                /** @description The current one is 2026-01-01. */
                "Verifa-Version"?: components["parameters"]["VerifaVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Error"];
            429: components["responses"]["Error"];
            503: components["responses"]["Error"];
            /** @description It is done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
