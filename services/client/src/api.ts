// Generated out of the OpenAPI document by `npm run client:generate`; changes by hand are lost.
export interface paths {
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List sessions, newest first
         * @description Scopes: sessions:read.
         */
        get: operations["get_sessions"];
        put?: never;
        /**
         * Create a session
         * @description Scopes: sessions:create.
         */
        post: operations["post_sessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Search sessions by name and birth date, document number, e-mail or phone, newest first
         * @description Scopes: sessions:read, verifications:read.
         */
        post: operations["post_sessions_search"];
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
        /**
         * Get a session
         * @description Scopes: sessions:read.
         */
        get: operations["get_sessions_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Update a session's reference or metadata
         * @description Scopes: sessions:write.
         */
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
        /**
         * Resume an expired session, or give a pending one a new link; the old link is revoked
         * @description Scopes: sessions:write.
         */
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
        /**
         * Generate a capture link; earlier links are revoked
         * @description Scopes: sessions:write.
         */
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
        /**
         * List a session's links, newest first
         * @description Scopes: sessions:read.
         */
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
        /**
         * Expire a session
         * @description Scopes: sessions:write.
         */
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
        /**
         * Submit the uploaded documents
         * @description Scopes: sessions:write.
         */
        post: operations["post_sessions_id_submit"];
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
        /**
         * Decide an external gate
         * @description Scopes: sessions:write.
         */
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
        /**
         * Re-run a session's checks on its documents
         * @description Scopes: sessions:write.
         */
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
        /**
         * Re-run checks from a given step
         * @description Scopes: sessions:write.
         */
        post: operations["post_sessions_id_resume_workflow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/resend-invite": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resend the invitation
         * @description Scopes: sessions:write.
         */
        post: operations["post_sessions_id_resend_invite"];
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
        /**
         * Add a tag to a session
         * @description Scopes: sessions:write.
         */
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
        /**
         * Remove a tag from a session
         * @description Scopes: sessions:write.
         */
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
        /**
         * Replace a session's tags
         * @description Scopes: sessions:write.
         */
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
        /**
         * Erase a session's data
         * @description Scopes: redact:write.
         */
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
        /**
         * Erase the data of many sessions
         * @description Scopes: redact:write.
         */
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
        /**
         * Place a legal hold
         * @description Scopes: redact:write.
         */
        put: operations["put_sessions_id_legal_hold"];
        post?: never;
        /**
         * Lift a legal hold
         * @description Scopes: redact:write.
         */
        delete: operations["delete_sessions_id_legal_hold"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.well-known/erasure-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the keys that verify erasure records */
        get: operations["get_well_known_erasure_keys"];
        put?: never;
        post?: never;
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
        /**
         * Simulate an outcome (sandbox)
         * @description Scopes: sessions:write.
         */
        post: operations["post_sessions_id_simulate"];
        delete?: never;
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
        /**
         * List a session's timeline, oldest first
         * @description Scopes: sessions:read.
         */
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
        /**
         * Export all data of a session
         * @description Scopes: sessions:read, pii:export.
         */
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
        /**
         * List a session's documents, each with a URL
         * @description Scopes: documents:read.
         */
        get: operations["get_sessions_id_documents"];
        put?: never;
        /**
         * Upload a document
         * @description Scopes: documents:write.
         */
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
        /** Get a document by its signed URL */
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
        /** Get the capture's state: what is asked for, what is done, how long is left */
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
        /** Give or refuse consent */
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
        /** Choose the document type */
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
        /** Upload one side of the identity document */
        post: operations["post_verify_token_documents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/verify/{token}/documents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a picture of this capture */
        get: operations["get_verify_token_documents_id"];
        put?: never;
        post?: never;
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
        /** Upload the selfie */
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
        /** Request liveness challenges; they stay the same until answered */
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
        /** Upload the frames of a challenge */
        post: operations["post_verify_token_liveness"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/verify/{token}/liveness/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decline the liveness challenges */
        post: operations["post_verify_token_liveness_decline"];
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
        /** Submit applicant details */
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
        /** Upload a proof of address */
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
        /** Report device and behaviour signals, and the screens shown */
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
        /** Hand off to another device */
        post: operations["post_verify_token_handoff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/verify/{token}/handoff/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel a handoff */
        post: operations["post_verify_token_handoff_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/verify/{token}/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Extend the time left */
        post: operations["post_verify_token_extend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/verify/{token}/follow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Follow the device the session was handed to */
        get: operations["get_verify_token_follow"];
        put?: never;
        post?: never;
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
        /** Submit the capture */
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
        /** Simulate an outcome (sandbox) */
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
        /**
         * Get a session's result
         * @description Scopes: verifications:read.
         */
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
        /**
         * Get a session's result in short
         * @description Scopes: verifications:read.
         */
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
        /**
         * List the newest result of each session
         * @description Scopes: verifications:read.
         */
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
        /**
         * List the latest run of every check
         * @description Scopes: verifications:read.
         */
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
        /**
         * List every attempt, with what differs from the one before
         * @description Scopes: verifications:read.
         */
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
        /**
         * Get the latest attempt, node by node
         * @description Scopes: verifications:read.
         */
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
        /**
         * Get a session's risk and its signals
         * @description Scopes: verifications:read.
         */
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
        /**
         * List endpoints, newest first
         * @description Scopes: webhooks:read.
         */
        get: operations["get_webhooks_endpoints"];
        put?: never;
        /**
         * Create an endpoint; its secret is shown once
         * @description Scopes: webhooks:write.
         */
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
        /**
         * Get an endpoint
         * @description Scopes: webhooks:read.
         */
        get: operations["get_webhooks_endpoints_id"];
        put?: never;
        post?: never;
        /**
         * Delete an endpoint
         * @description Scopes: webhooks:write.
         */
        delete: operations["delete_webhooks_endpoints_id"];
        options?: never;
        head?: never;
        /**
         * Update an endpoint; `enabled: true` resumes its deliveries
         * @description Scopes: webhooks:write.
         */
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
        /**
         * Rotate the secret; the old one also signs for a day
         * @description Scopes: webhooks:write.
         */
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
        /**
         * Send a test event
         * @description Scopes: webhooks:write.
         */
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
        /**
         * List an endpoint's deliveries, newest first
         * @description Scopes: webhooks:read.
         */
        get: operations["get_webhooks_endpoints_id_deliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/deliveries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a delivery with its tries, and the request as a try now would send it
         * @description Scopes: webhooks:read.
         */
        get: operations["get_webhooks_deliveries_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a session's webhook deliveries, newest first
         * @description Scopes: sessions:read, webhooks:read.
         */
        get: operations["get_sessions_id_deliveries"];
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
        /**
         * Retry a delivery
         * @description Scopes: webhooks:write.
         */
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
        /**
         * Count what a replay of a time range would send, up to 5000
         * @description Scopes: webhooks:read.
         */
        get: operations["get_webhooks_endpoints_id_replay"];
        put?: never;
        /**
         * Replay events in a time range
         * @description Scopes: webhooks:write.
         */
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
        /**
         * List the types of events
         * @description Scopes: webhooks:read.
         */
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
        /**
         * List every event in the order of its commit
         * @description Scopes: webhooks:read.
         */
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
        /** Get the key that verifies `v1a` signatures */
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
        /**
         * List cases, oldest first
         * @description Scopes: cases:read.
         */
        get: operations["get_cases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Search cases by name and birth date, document number, e-mail or phone, newest first
         * @description Scopes: cases:read, verifications:read.
         */
        post: operations["post_cases_search"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count cases by status and age
         * @description Scopes: cases:read.
         */
        get: operations["get_cases_stats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reviewers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the people whom cases name
         * @description Scopes: cases:read.
         */
        get: operations["get_reviewers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Stream which cases change
         * @description Scopes: cases:read.
         */
        get: operations["get_cases_stream"];
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
        /**
         * Get a case with its notes and changes
         * @description Scopes: cases:read.
         */
        get: operations["get_cases_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Set a case's priority and tags
         * @description Scopes: cases:decide.
         */
        patch: operations["patch_cases_id"];
        trace?: never;
    };
    "/api/v1/cases/{id}/choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get what a decision on a case may name
         * @description Scopes: cases:read.
         */
        get: operations["get_cases_id_choices"];
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
        /**
         * Claim the case waiting longest
         * @description Scopes: cases:decide.
         */
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
        /**
         * Claim a case
         * @description Scopes: cases:decide.
         */
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
        /**
         * Release a claimed case
         * @description Scopes: cases:decide.
         */
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
        /**
         * Assign a case to a reviewer
         * @description Scopes: cases:decide.
         */
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
        /**
         * Approve a case
         * @description Scopes: cases:decide.
         */
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
        /**
         * Reject a case
         * @description Scopes: cases:decide.
         */
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
        /**
         * Request pieces again from the person
         * @description Scopes: cases:decide.
         */
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
        /**
         * Escalate a case
         * @description Scopes: cases:decide.
         */
        post: operations["post_cases_id_escalate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview a correction or an override
         * @description Scopes: cases:decide.
         */
        post: operations["post_cases_id_preview"];
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
        /**
         * Add a note
         * @description Scopes: cases:decide.
         */
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
        /**
         * Correct extracted data and decide again
         * @description Scopes: cases:decide.
         */
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
        /**
         * Override a check and decide again
         * @description Scopes: cases:decide.
         */
        post: operations["post_cases_id_checks_check_override"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get what a case is decided on
         * @description Scopes: cases:read, verifications:read.
         */
        get: operations["get_cases_id_review"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analytics/funnel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count how far sessions come
         * @description Scopes: sessions:read.
         */
        get: operations["get_analytics_funnel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analytics/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Measure the reviewing of cases
         * @description Scopes: cases:read.
         */
        get: operations["get_analytics_review"];
        put?: never;
        post?: never;
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
        /**
         * List workflows, the default first
         * @description Scopes: workflows:read.
         */
        get: operations["get_workflows"];
        put?: never;
        /**
         * Create a workflow
         * @description Scopes: workflows:write.
         */
        post: operations["post_workflows"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Validate a workflow definition without storing it
         * @description Scopes: workflows:write.
         */
        post: operations["post_workflows_validate"];
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
        /**
         * Get a workflow
         * @description Scopes: workflows:read.
         */
        get: operations["get_workflows_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Update a workflow; a definition makes a new version
         * @description Scopes: workflows:write.
         */
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
        /**
         * List a workflow's versions, newest first
         * @description Scopes: workflows:read.
         */
        get: operations["get_workflows_id_versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/{id}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get one of a workflow's versions
         * @description Scopes: workflows:read.
         */
        get: operations["get_workflows_id_versions_version"];
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
        /**
         * Make a workflow the default
         * @description Scopes: workflows:write.
         */
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
        /**
         * Deactivate a workflow for new sessions
         * @description Scopes: workflows:write.
         */
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
        /**
         * Re-run a session by this workflow
         * @description Scopes: workflows:read, sessions:write.
         */
        post: operations["post_workflows_id_trigger"];
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
        /**
         * List the checks that a policy node can name
         * @description Scopes: workflows:read.
         */
        get: operations["get_verification_policies"];
        put?: never;
        post?: never;
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
        /**
         * Dry-run a definition on past sessions
         * @description Scopes: workflows:read, verifications:read.
         */
        post: operations["post_workflows_id_dry_run"];
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
        /**
         * List identities, newest first
         * @description Scopes: identities:read.
         */
        get: operations["get_identities"];
        put?: never;
        /**
         * Create an identity before its first session
         * @description Scopes: identities:write.
         */
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
        /**
         * Get an identity
         * @description Scopes: identities:read.
         */
        get: operations["get_identities_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Update an identity's reference or metadata
         * @description Scopes: identities:write.
         */
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
        /**
         * List an identity's sessions, newest first
         * @description Scopes: identities:read, sessions:read.
         */
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
        /**
         * Add a tag to an identity
         * @description Scopes: identities:write.
         */
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
        /**
         * Remove a tag from an identity
         * @description Scopes: identities:write.
         */
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
        /**
         * Replace an identity's tags
         * @description Scopes: identities:write.
         */
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
        /**
         * Archive an identity
         * @description Scopes: identities:write.
         */
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
        /**
         * Restore an archived identity
         * @description Scopes: identities:write.
         */
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
        /**
         * Erase a person: the identity and every session of its references
         * @description Scopes: identities:write, redact:write.
         */
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
        /**
         * Export all data of a person
         * @description Scopes: identities:read, sessions:read, pii:export.
         */
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
        /**
         * Merge another identity into this one, or preview it
         * @description Scopes: identities:write.
         */
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
        /**
         * List the audit log, newest first
         * @description Scopes: audit:read.
         */
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
        /**
         * Verify the chain of the audit log
         * @description Scopes: audit:read.
         */
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
        /**
         * List the watchlists that are searched
         * @description Scopes: verifications:read.
         */
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
        /**
         * List keys, newest first
         * @description Scopes: keys:write.
         */
        get: operations["get_api_keys"];
        put?: never;
        /**
         * Create a key
         * @description Scopes: keys:write.
         */
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
        /**
         * Get a key
         * @description Scopes: keys:write.
         */
        get: operations["get_api_keys_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Update a key
         * @description Scopes: keys:write.
         */
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
        /**
         * Expire a key at once
         * @description Scopes: keys:write.
         */
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
        /**
         * Create another key with the same rights
         * @description Scopes: keys:write.
         */
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
        /**
         * Get the organisation and the settings of the key's environment
         * @description Scopes: organization:write.
         */
        get: operations["get_organization"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Update the settings of the key's environment, or the organisation's name
         * @description Scopes: organization:write.
         */
        patch: operations["patch_organization"];
        trace?: never;
    };
    "/api/v1/organization/logo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set the logo of the key's environment
         * @description Scopes: organization:write.
         */
        put: operations["put_organization_logo"];
        post?: never;
        /**
         * Remove the logo of the key's environment
         * @description Scopes: organization:write.
         */
        delete: operations["delete_organization_logo"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/console/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in to the console with e-mail address and password */
        post: operations["post_console_login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/console/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Complete the sign-in with a second factor */
        post: operations["post_console_totp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/console/enrol-totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set up the second factor */
        post: operations["post_console_enrol_totp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/console/set-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set up an account by its one-time link */
        post: operations["post_console_set_up"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/console/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change the password of the account that is signed in */
        post: operations["post_console_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/console/reauthenticate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show the second factor again */
        post: operations["post_console_reauthenticate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/console/environment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Switch between live and sandbox */
        post: operations["post_console_environment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/console/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign out of the console */
        post: operations["post_console_logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/console/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get who is signed in to the console */
        get: operations["get_console_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/console/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get how people sign in to the console here */
        get: operations["get_console_options"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/console/oidc/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sign in to the console at the OpenID provider */
        get: operations["get_console_oidc_start"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/console/oidc/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Come back from the OpenID provider */
        get: operations["get_console_oidc_callback"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List users of the organisation
         * @description Scopes: cases:read.
         */
        get: operations["get_users"];
        put?: never;
        /**
         * Invite a user; the answer has the link by which the account is set up
         * @description Scopes: users:write.
         */
        post: operations["post_users"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a user
         * @description Scopes: cases:read.
         */
        get: operations["get_users_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Update a user: name, role, whether they may sign in
         * @description Scopes: users:write.
         */
        patch: operations["patch_users_id"];
        trace?: never;
    };
    "/api/v1/users/{id}/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reset a user's password and second factor; the answer has a new set-up link
         * @description Scopes: users:write.
         */
        post: operations["post_users_id_reset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a user's sign-ins, newest first
         * @description Scopes: users:write.
         */
        get: operations["get_users_id_sessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End one of a user's sign-ins
         * @description Scopes: users:write.
         */
        delete: operations["delete_users_id_sessions_sessionId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rate-limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get rate limits and current usage
         * @description Scopes: sessions:read.
         */
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
        /**
         * List the lists, newest first
         * @description Scopes: identities:read.
         */
        get: operations["get_lists"];
        put?: never;
        /**
         * Create a list
         * @description Scopes: organization:write.
         */
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
        /**
         * Get a list
         * @description Scopes: identities:read.
         */
        get: operations["get_lists_id"];
        put?: never;
        post?: never;
        /**
         * Delete a list with its items
         * @description Scopes: organization:write.
         */
        delete: operations["delete_lists_id"];
        options?: never;
        head?: never;
        /**
         * Update a list
         * @description Scopes: organization:write.
         */
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
        /**
         * List items; values for keys with `pii:export`
         * @description Scopes: identities:read.
         */
        get: operations["get_lists_id_items"];
        put?: never;
        /**
         * Add items, all or none; JSON or CSV
         * @description Scopes: organization:write.
         */
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
        /**
         * Remove an item from a list
         * @description Scopes: organization:write.
         */
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
        /**
         * Create a stream token for a page that follows the session
         * @description Scopes: sessions:read.
         */
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
        /** Stream a session's status */
        get: operations["get_sessions_id_stream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Describe this service */
        get: operations["get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/verify/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Open the person's page; as JSON the link's state */
        get: operations["get_verify_token"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assets/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a file of the pages */
        get: operations["get_assets_name"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/verify/{token}/theme.css": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the organisation's colours for the page */
        get: operations["get_verify_token_theme_css"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/logos/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get an organisation's logo */
        get: operations["get_logos_name"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Open the review console */
        get: operations["get_console"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/{path}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Open a screen of the review console */
        get: operations["get_console_path"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/embed/verifa.js": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The script that opens the page in yours */
        get: operations["get_embed_verifa_js"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/embed/verifa.mjs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as a module */
        get: operations["get_embed_verifa_mjs"];
        put?: never;
        post?: never;
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
        /** Get this document */
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
        /** Read the reference, for people */
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
        /**
         * session.created
         * @description Signed by `X-Verifa-Signature` and by the Standard Webhooks headers.
         */
        post: operations["webhook_session_created"];
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
        /**
         * session.link_generated
         * @description Signed by `X-Verifa-Signature` and by the Standard Webhooks headers.
         */
        post: operations["webhook_session_link_generated"];
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
        /**
         * session.started
         * @description Signed by `X-Verifa-Signature` and by the Standard Webhooks headers.
         */
        post: operations["webhook_session_started"];
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
        /**
         * session.awaiting_external
         * @description Signed by `X-Verifa-Signature` and by the Standard Webhooks headers.
         */
        post: operations["webhook_session_awaiting_external"];
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
        /**
         * session.requires-review
         * @description Signed by `X-Verifa-Signature` and by the Standard Webhooks headers.
         */
        post: operations["webhook_session_requires_review"];
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
        /**
         * session.approved
         * @description Signed by `X-Verifa-Signature` and by the Standard Webhooks headers.
         */
        post: operations["webhook_session_approved"];
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
        /**
         * session.declined
         * @description Signed by `X-Verifa-Signature` and by the Standard Webhooks headers.
         */
        post: operations["webhook_session_declined"];
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
        /**
         * session.expired
         * @description Signed by `X-Verifa-Signature` and by the Standard Webhooks headers.
         */
        post: operations["webhook_session_expired"];
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
        /**
         * session.failed
         * @description Signed by `X-Verifa-Signature` and by the Standard Webhooks headers.
         */
        post: operations["webhook_session_failed"];
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
        /**
         * session.resubmission-required
         * @description Signed by `X-Verifa-Signature` and by the Standard Webhooks headers.
         */
        post: operations["webhook_session_resubmission_required"];
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
        /**
         * session.redacted
         * @description Signed by `X-Verifa-Signature` and by the Standard Webhooks headers.
         */
        post: operations["webhook_session_redacted"];
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
        /**
         * session.retention-expired
         * @description Signed by `X-Verifa-Signature` and by the Standard Webhooks headers.
         */
        post: operations["webhook_session_retention_expired"];
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
        /**
         * check.completed
         * @description Signed by `X-Verifa-Signature` and by the Standard Webhooks headers.
         */
        post: operations["webhook_check_completed"];
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
        /**
         * document.verified
         * @description Signed by `X-Verifa-Signature` and by the Standard Webhooks headers.
         */
        post: operations["webhook_document_verified"];
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
        /**
         * document.extracted
         * @description Signed by `X-Verifa-Signature` and by the Standard Webhooks headers.
         */
        post: operations["webhook_document_extracted"];
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
        /**
         * case.created
         * @description Signed by `X-Verifa-Signature` and by the Standard Webhooks headers.
         */
        post: operations["webhook_case_created"];
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
        /**
         * case.approved
         * @description Signed by `X-Verifa-Signature` and by the Standard Webhooks headers.
         */
        post: operations["webhook_case_approved"];
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
        /**
         * case.rejected
         * @description Signed by `X-Verifa-Signature` and by the Standard Webhooks headers.
         */
        post: operations["webhook_case_rejected"];
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
        /**
         * case.escalated
         * @description Signed by `X-Verifa-Signature` and by the Standard Webhooks headers.
         */
        post: operations["webhook_case_escalated"];
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
        /**
         * identity.created
         * @description Signed by `X-Verifa-Signature` and by the Standard Webhooks headers.
         */
        post: operations["webhook_identity_created"];
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
        /**
         * identity.updated
         * @description Signed by `X-Verifa-Signature` and by the Standard Webhooks headers.
         */
        post: operations["webhook_identity_updated"];
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
        /**
         * identity.archived
         * @description Signed by `X-Verifa-Signature` and by the Standard Webhooks headers.
         */
        post: operations["webhook_identity_archived"];
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
        /**
         * identity.restored
         * @description Signed by `X-Verifa-Signature` and by the Standard Webhooks headers.
         */
        post: operations["webhook_identity_restored"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        AddedItems: {
            list_id: string;
            added: number;
            already_present: number;
            item_ids: string[];
        };
        ApiKey: {
            id: string;
            label: string;
            /** @enum {string} */
            environment: "live" | "sandbox";
            prefix: string;
            scopes: ("sessions:read" | "sessions:create" | "sessions:write" | "documents:read" | "documents:write" | "verifications:read" | "workflows:read" | "workflows:write" | "cases:read" | "cases:decide" | "identities:read" | "identities:write" | "webhooks:read" | "webhooks:write" | "redact:write" | "pii:export" | "audit:read" | "keys:write" | "organization:write" | "users:write")[];
            ip_allow_list: string[] | null;
            allowed_ips: string[] | null;
            /** @enum {string} */
            status: "active" | "expired";
            expires_at: string | null;
            api_version: string | null;
            last_used_at: string | null;
            /** Format: date-time */
            created_at: string;
        };
        ApiKeyWithSecret: {
            id: string;
            label: string;
            /** @enum {string} */
            environment: "live" | "sandbox";
            prefix: string;
            scopes: ("sessions:read" | "sessions:create" | "sessions:write" | "documents:read" | "documents:write" | "verifications:read" | "workflows:read" | "workflows:write" | "cases:read" | "cases:decide" | "identities:read" | "identities:write" | "webhooks:read" | "webhooks:write" | "redact:write" | "pii:export" | "audit:read" | "keys:write" | "organization:write" | "users:write")[];
            ip_allow_list: string[] | null;
            allowed_ips: string[] | null;
            /** @enum {string} */
            status: "active" | "expired";
            expires_at: string | null;
            api_version: string | null;
            last_used_at: string | null;
            /** Format: date-time */
            created_at: string;
            key: string;
            secret: string;
        };
        Attempts: {
            session_id: string;
            data: {
                attempt: number;
                /** @enum {string} */
                status: "running" | "decided" | "cancelled" | "failed";
                workflow_id: string;
                workflow_version: number;
                decision: ("approved" | "rejected" | "needs_review") | null;
                reason_code: string | null;
                processing_mode: ("workflow" | "manual" | "sandbox") | null;
                /** Format: date-time */
                started_at: string;
                finished_at: string | null;
                difference: {
                    from_attempt: number;
                    decision: {
                        before: ("approved" | "rejected" | "needs_review") | null;
                        after: ("approved" | "rejected" | "needs_review") | null;
                    };
                    causes: ("definition" | "engine" | "data" | "date")[];
                    checks: {
                        /** @enum {string} */
                        check: "document_quality" | "document_ocr" | "document_expiration" | "id_document_filter" | "document_forensics" | "face_match" | "liveness" | "age" | "identity_crossref" | "duplicate_detection" | "watchlist_screening" | "check_against_list" | "proof_of_address_check" | "risk_assessment";
                        before: ("pending" | "passed" | "failed" | "error" | "skipped" | "requires_retry") | null;
                        after: ("pending" | "passed" | "failed" | "error" | "skipped" | "requires_retry") | null;
                        /** @enum {string} */
                        cause: "definition" | "engine" | "data" | "date";
                    }[];
                } | null;
            }[];
        };
        AuditChain: {
            verified_up_to: number;
            sealed: number;
            unsealed: number;
            head_at: string | null;
            checkpoint?: {
                position: number;
                /** Format: date-time */
                at: string;
            };
            broken_at?: {
                [key: string]: unknown;
            };
        };
        AuditEvent: {
            id: string;
            /** Format: date-time */
            at: string;
            actor: {
                kind: string;
                id: string | null;
            };
            action: string;
            resource: {
                type: string | null;
                id: string;
            } | null;
            request_id: string | null;
            detail: {
                [key: string]: unknown;
            };
        };
        CancelledHandoff: {
            capture_url: string;
            qr_code_data_url: string;
            /** Format: date-time */
            expires_at: string;
        };
        CaptureState: components["schemas"]["ClosedCaptureState"] | components["schemas"]["HandedOffCaptureState"] | components["schemas"]["LiveCaptureState"];
        CapturedDocument: {
            id: string;
            doc_type: string;
            hints: {
                [key: string]: unknown;
            } | null;
        };
        Case: {
            id: string;
            session_id: string;
            attempt: number;
            /** @enum {string} */
            status: "open" | "in_review" | "pending_second_review" | "escalated" | "approved" | "rejected" | "closed";
            /** @enum {string} */
            environment: "live" | "sandbox";
            reason_code: string | null;
            dual_review: boolean;
            assignee: string | null;
            claimed_until: string | null;
            first_review: {
                by: string | null;
                decision: string | null;
            } | null;
            second_review: {
                by: string | null;
                decision: string;
            } | null;
            escalated_by: string | null;
            decided_by: string | null;
            close_reason: string | null;
            /** @enum {string} */
            age_band: "green" | "yellow" | "red";
            /** @enum {string} */
            priority: "low" | "normal" | "high" | "urgent";
            tags: string[];
            workflow_id: string | null;
            country: string | null;
            document_type: string | null;
            risk_score: number | null;
            signals: ("completion_too_fast" | "completion_too_slow" | "high_hesitation" | "high_distraction" | "copy_paste_name" | "mouse_bot_pattern" | "keystroke_bot_pattern" | "screen_sharing_detected" | "autofill_then_edit" | "bot_detected" | "webdriver_evasion_detected" | "devtools_open" | "virtual_camera" | "webgl_vm_detected" | "incognito_detected" | "ip_country_mismatch" | "datacenter_ip" | "tor_exit" | "ip_velocity" | "impossible_travel" | "timezone_mismatch" | "exif_editing_software" | "screen_photo" | "mrz_checksum_mismatch" | "barcode_mismatch" | "expired_document" | "image_reused" | "image_seen_before" | "one_picture_twice" | "same_shot" | "no_colour" | "zone_not_ocr_b" | "other_print" | "enlarged" | "drawn" | "screenshot" | "passive_suspicious" | "same_photograph" | "frames_replayed" | "selfie_replayed" | "capture_times_impossible" | "motion_unlikely" | "colours_differ" | "colours_unclear" | "duplicate_device" | "duplicate_email" | "duplicate_phone" | "duplicate_document" | "duplicate_face" | "duplicate_name_dob" | "duplicate_ip" | "integrity_checksum_mismatch" | "payload_tampering")[];
            /** Format: date-time */
            created_at: string;
            closed_at: string | null;
        };
        CaseChange: {
            id: string;
            /** @enum {string} */
            kind: "override" | "correction";
            case_id: string;
            attempt: number;
            by: string | null;
            applied_at: string | null;
            content: {
                [key: string]: unknown;
            } | null;
            outcomes: {
                check: string;
                status: string;
            }[];
        };
        CaseChoices: {
            reject_reasons: string[];
            pieces: ("document_type" | "id_front" | "id_back" | "selfie" | "liveness" | "user_info" | "proof_of_address")[];
            page: {
                language: string;
                texts: string;
            } | null;
        };
        CaseCorrection: {
            id: string;
            case_id: string;
            fields: string[];
            /** @enum {string} */
            session_status: "pending" | "capturing" | "processing" | "awaiting_external" | "under_review" | "sandbox_pending" | "completed" | "expired" | "failed";
        };
        CaseNote: {
            id: string;
            case_id: string;
            author: string | null;
            text: string | null;
            /** Format: date-time */
            created_at: string;
        };
        CaseOverride: {
            id: string;
            case_id: string;
            /** @enum {string} */
            check: "document_quality" | "document_ocr" | "document_expiration" | "id_document_filter" | "document_forensics" | "face_match" | "liveness" | "age" | "identity_crossref" | "duplicate_detection" | "watchlist_screening" | "check_against_list" | "proof_of_address_check" | "risk_assessment";
            passed: boolean;
            /** @enum {string} */
            session_status: "pending" | "capturing" | "processing" | "awaiting_external" | "under_review" | "sandbox_pending" | "completed" | "expired" | "failed";
        };
        CasePreview: {
            case_id: string;
            attempt: number;
            fields: string[];
            checks: {
                /** @enum {string} */
                check: "document_quality" | "document_ocr" | "document_expiration" | "id_document_filter" | "document_forensics" | "face_match" | "liveness" | "age" | "identity_crossref" | "duplicate_detection" | "watchlist_screening" | "check_against_list" | "proof_of_address_check" | "risk_assessment";
                before: {
                    /** @enum {string} */
                    status: "pending" | "passed" | "failed" | "error" | "skipped" | "requires_retry";
                    reasons: string[];
                };
                after: {
                    /** @enum {string} */
                    status: "pending" | "passed" | "failed" | "error" | "skipped" | "requires_retry";
                    reasons: string[];
                };
            }[];
            before: {
                /** @enum {string} */
                decision: "approved" | "rejected" | "needs_review" | "awaiting_external" | "failed";
                reason_code: string | null;
            };
            after: {
                /** @enum {string} */
                decision: "approved" | "rejected" | "needs_review" | "awaiting_external" | "failed";
                reason_code: string | null;
            };
            is_recommendation: boolean;
        };
        CaseReview: {
            case_id: string;
            session_id: string;
            attempt: number;
            lease: {
                by: string;
                /** Format: date-time */
                until: string;
            } | null;
            checks: components["schemas"]["JudgedCheck"][];
            risk: components["schemas"]["RiskSum"] | null;
            fields: components["schemas"]["ReadField"][] | null;
            stated: components["schemas"]["StatedComparison"][] | null;
            duplicates: components["schemas"]["DuplicateSession"][] | null;
            watchlist_hits: components["schemas"]["ReviewedHit"][] | null;
            liveness: components["schemas"]["LivenessMeasured"] | null;
        };
        CaseStats: {
            open: number;
            in_review: number;
            mine: number;
            pending_second_review: number;
            escalated: number;
            closed: number;
            closed_has_more: boolean;
            age: {
                p50_seconds: number | null;
                p95_seconds: number | null;
            };
            age_bands: {
                [key: string]: number;
            };
        };
        CheckRun: {
            id: string;
            /** @enum {string} */
            check: "document_quality" | "document_ocr" | "document_expiration" | "id_document_filter" | "document_forensics" | "face_match" | "liveness" | "age" | "identity_crossref" | "duplicate_detection" | "watchlist_screening" | "check_against_list" | "proof_of_address_check" | "risk_assessment";
            attempt: number;
            /** @enum {string} */
            status: "pending" | "passed" | "failed" | "error" | "skipped" | "requires_retry";
            score: number | null;
            reasons: string[];
            engine: string;
            engine_version: string;
            /** Format: date-time */
            started_at: string;
            duration_ms: number;
            reviewed?: {
                by_change: string;
                /** @enum {string} */
                kind: "override" | "correction";
                /** @enum {string} */
                status: "pending" | "passed" | "failed" | "error" | "skipped" | "requires_retry";
            };
        };
        ChecksOfSession: {
            session_id: string;
            data: components["schemas"]["CheckRun"][];
        };
        ChosenDocumentType: {
            /** @enum {string} */
            document_type: "passport" | "drivers_license" | "national_id" | "residence_permit";
            country: string;
            needs_back: boolean;
            /** @enum {string} */
            status: "pending" | "capturing" | "processing" | "awaiting_external" | "under_review" | "sandbox_pending" | "completed" | "expired" | "failed";
        };
        ChosenOutcome: {
            id: string;
            /** @enum {string} */
            outcome: "approve" | "reject" | "needs_review";
            /** @enum {string} */
            status: "pending" | "capturing" | "processing" | "awaiting_external" | "under_review" | "sandbox_pending" | "completed" | "expired" | "failed";
            /** @constant */
            simulated: true;
        };
        ClosedCaptureState: {
            session_id: string;
            /** @enum {string} */
            status: "pending" | "capturing" | "processing" | "awaiting_external" | "under_review" | "sandbox_pending" | "completed" | "expired" | "failed";
            organization: components["schemas"]["ShownOrganization"];
            language: string | null;
            redirect_url: string | null;
            /** @enum {string} */
            outcome?: "approved" | "rejected";
        };
        Consent: {
            accepted: boolean;
            version: string;
            /** Format: date-time */
            consent_at?: string;
            /** @enum {string} */
            status: "pending" | "capturing" | "processing" | "awaiting_external" | "under_review" | "sandbox_pending" | "completed" | "expired" | "failed";
        };
        ConsoleEnvironment: {
            /** @enum {string} */
            environment: "live" | "sandbox";
        };
        ConsoleMe: {
            user: {
                id: string;
                name: string;
                email: string | null;
                /** @enum {string} */
                role: "reviewer" | "senior" | "admin" | "auditor";
            };
            organization: {
                id: string;
                name: string;
            };
            /** @enum {string} */
            environment: "live" | "sandbox";
            environments: ("live" | "sandbox")[];
            scopes: ("sessions:read" | "sessions:create" | "sessions:write" | "documents:read" | "documents:write" | "verifications:read" | "workflows:read" | "workflows:write" | "cases:read" | "cases:decide" | "identities:read" | "identities:write" | "webhooks:read" | "webhooks:write" | "redact:write" | "pii:export" | "audit:read" | "keys:write" | "organization:write" | "users:write")[];
            totp: boolean;
            reauthenticate_by: ("totp" | "oidc") | null;
            /** Format: date-time */
            expires_at: string;
            /** Format: date-time */
            idle_expires_at: string;
            reauthenticated_until: string | null;
            temporal_workflows_url: string | null;
        };
        CountedList: {
            id: string;
            name: string;
            /** @enum {string} */
            action: "block" | "flag" | "allow";
            /** @enum {string} */
            origin: "api" | "review";
            /** @enum {string} */
            environment: "live" | "sandbox";
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            item_count: number;
        };
        CreatedSession: {
            id: string;
            /** @enum {string} */
            status: "pending" | "capturing" | "processing" | "awaiting_external" | "under_review" | "sandbox_pending" | "completed" | "expired" | "failed";
            is_sandbox: boolean;
            /** @enum {string} */
            environment: "live" | "sandbox";
            external_ref: string | null;
            country: string | null;
            language: string | null;
            workflow_id: string;
            workflow_version: number;
            checks: string[] | null;
            document_type: string | null;
            metadata: {
                [key: string]: unknown;
            };
            tags: string[];
            redirect_url: string | null;
            capture_url: string | null;
            token_expires_at: string | null;
            consent_at: string | null;
            consent_ip: string | null;
            processing_attempts: number;
            /** @enum {string} */
            retention_status: "active" | "sensitive_redacted" | "redacted";
            legal_hold: boolean;
            case_id: string | null;
            case_status: ("open" | "in_review" | "pending_second_review" | "escalated" | "approved" | "rejected" | "closed") | null;
            identity_id: string | null;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            completed_at: string | null;
            expired_at: string | null;
            expires_at: string | null;
            qr_code_data_url: string | null;
        };
        DeclinedLiveness: {
            /** @constant */
            declined: true;
            /** @enum {string} */
            status: "pending" | "capturing" | "processing" | "awaiting_external" | "under_review" | "sandbox_pending" | "completed" | "expired" | "failed";
        };
        DefinitionWarning: {
            node: string | null;
            /** @enum {string} */
            code: "input_not_asked" | "approved_without_check";
            message: string;
        };
        Document: {
            id: string;
            session_id: string;
            doc_type: string;
            mime_type: string;
            size_bytes: number;
            width: number | null;
            height: number | null;
            hints: {
                [key: string]: unknown;
            } | null;
            /** Format: date-time */
            created_at: string;
        };
        Documents: {
            session_id: string;
            data: {
                id: string;
                doc_type: string;
                mime_type: string;
                url: string;
                expires_in: number;
                width: number | null;
                height: number | null;
                capture: number;
                /** Format: date-time */
                created_at: string;
                superseded_at: string | null;
                frame: components["schemas"]["LivenessFrame"] | null;
            }[];
        };
        DryRun: {
            workflow_id: string;
            version: number | null;
            totals: {
                sessions: number;
                judged: number;
                unavailable: number;
                same: number;
                differing: number;
                decisions: {
                    [key: string]: number;
                };
                checks: {
                    [key: string]: number;
                };
            };
            sessions: {
                session_id: string;
                attempt: number;
                judged_by: {
                    workflow_id: string;
                    version: number;
                };
                before: {
                    /** @enum {string} */
                    decision: "approved" | "rejected" | "needs_review" | "awaiting_external" | "failed";
                    reason_code: string | null;
                    path: string[];
                };
                after: {
                    /** @enum {string} */
                    decision: "approved" | "rejected" | "needs_review" | "awaiting_external" | "failed";
                    reason_code: string | null;
                    path: string[];
                };
                differs: boolean;
                differences: {
                    /** @enum {string} */
                    check: "document_quality" | "document_ocr" | "document_expiration" | "id_document_filter" | "document_forensics" | "face_match" | "liveness" | "age" | "identity_crossref" | "duplicate_detection" | "watchlist_screening" | "check_against_list" | "proof_of_address_check" | "risk_assessment";
                    before: ("pending" | "passed" | "failed" | "error" | "skipped" | "requires_retry") | null;
                    after: ("pending" | "passed" | "failed" | "error" | "skipped" | "requires_retry") | null;
                    /** @enum {string} */
                    reason: "config_changed" | "newly_asked" | "not_recorded" | "no_longer_asked" | "refreshed";
                }[];
                kept: ("document_quality" | "document_ocr" | "document_expiration" | "id_document_filter" | "document_forensics" | "face_match" | "liveness" | "age" | "identity_crossref" | "duplicate_detection" | "watchlist_screening" | "check_against_list" | "proof_of_address_check" | "risk_assessment")[];
            }[];
            warnings: components["schemas"]["DefinitionWarning"][];
            unavailable: {
                session_id: string;
                reason: string;
            }[];
        };
        DuplicateSession: {
            session_id: string;
            kinds: ("document" | "face" | "email" | "phone" | "device" | "name_dob" | "ip")[];
            /** @enum {string} */
            status: "pending" | "capturing" | "processing" | "awaiting_external" | "under_review" | "sandbox_pending" | "completed" | "expired" | "failed";
            result: ("approved" | "rejected" | "needs_review") | null;
            /** Format: date-time */
            created_at: string;
        };
        Erasure: {
            record: {
                [key: string]: unknown;
            };
            signed_bytes: string;
            /** @constant */
            algorithm: "ed25519";
            signature: string;
            key_id: string;
            public_key: string;
        };
        ErasureKeys: {
            data: {
                key_id: string;
                /** @constant */
                algorithm: "ed25519";
                public_key: string;
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
            session_id: string | null;
            external_ref: string | null;
            status: string | null;
            is_sandbox: boolean;
        } & {
            [key: string]: unknown;
        };
        ExpiredSession: {
            id: string;
            /** @enum {string} */
            status: "pending" | "capturing" | "processing" | "awaiting_external" | "under_review" | "sandbox_pending" | "completed" | "expired" | "failed";
            expired_at: string | null;
        };
        ExtendedCapture: {
            /** Format: date-time */
            expires_at: string;
            seconds_left: number;
            extensions_left: number;
        };
        ExternalDecision: {
            session_id: string;
            /** @enum {string} */
            decision: "continue" | "fail" | "reject";
            /** @enum {string} */
            status: "pending" | "capturing" | "processing" | "awaiting_external" | "under_review" | "sandbox_pending" | "completed" | "expired" | "failed";
            message: string;
        };
        FollowedCapture: {
            connected: boolean;
            step: string | null;
            done: string[];
        };
        Funnel: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            sessions: number;
            is_partial: boolean;
            groups: {
                key: string | null;
                steps: {
                    [key: string]: number;
                };
                decided: {
                    approved: number;
                    rejected: number;
                };
                camera_denied: number;
            }[];
            retakes: {
                [key: string]: number;
            };
            step_times: {
                /** @enum {string} */
                step: "opened" | "expect" | "consent" | "document_type" | "id_front" | "id_back" | "selfie" | "liveness" | "user_info" | "proof_of_address" | "review" | "sending" | "end" | "handoff";
                sessions: number;
                p50_ms: number;
                p95_ms: number;
            }[];
        };
        HandedOffCaptureState: {
            session_id: string;
            /** @enum {string} */
            status: "pending" | "capturing" | "processing" | "awaiting_external" | "under_review" | "sandbox_pending" | "completed" | "expired" | "failed";
            organization: components["schemas"]["ShownOrganization"];
            language: string | null;
            /** @constant */
            handed_off: true;
            follow: components["schemas"]["FollowedCapture"];
            seconds_left: number;
        };
        Handoff: {
            capture_url: string;
            qr_code_data_url: string;
            /** Format: date-time */
            expires_at: string;
            follow_url: string;
        };
        HeldSession: {
            id: string;
            /** @enum {string} */
            status: "pending" | "capturing" | "processing" | "awaiting_external" | "under_review" | "sandbox_pending" | "completed" | "expired" | "failed";
            legal_hold: boolean;
            /** @enum {string} */
            retention_status: "active" | "sensitive_redacted" | "redacted";
        };
        Identity: {
            id: string;
            external_ref: string | null;
            /** @enum {string} */
            environment: "live" | "sandbox";
            /** @enum {string} */
            status: "unverified" | "approved" | "rejected";
            tags: string[];
            metadata: {
                [key: string]: unknown;
            };
            newest_session_id: string | null;
            merged_into: string | null;
            /** @enum {string} */
            retention_status: "active" | "redacted";
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            archived_at: string | null;
        };
        IdentityMerge: {
            preview: boolean;
            target_id: string;
            source_id: string;
            external_ref: string | null;
            also_found_by: string | null;
            session_ids: string[];
            tags: string[];
            metadata: {
                [key: string]: unknown;
            };
            identity?: components["schemas"]["Identity"];
        };
        IdentityRecord: {
            identity: components["schemas"]["Identity"];
            profile: {
                [key: string]: unknown;
            } | null;
            sessions: components["schemas"]["SessionRecord"][];
        };
        IdentityRedaction: {
            /** @enum {string} */
            status: "deleted" | "already_redacted" | "legal_hold";
            identity_id: string;
            documents_removed: number;
            sessions: components["schemas"]["Redaction"][];
            not_erased: {
                session_id: string;
                /** @constant */
                reason: "legal_hold";
            }[];
        };
        IdentityTags: {
            id: string;
            tags: string[];
        };
        JudgedCheck: {
            id: string;
            /** @enum {string} */
            check: "document_quality" | "document_ocr" | "document_expiration" | "id_document_filter" | "document_forensics" | "face_match" | "liveness" | "age" | "identity_crossref" | "duplicate_detection" | "watchlist_screening" | "check_against_list" | "proof_of_address_check" | "risk_assessment";
            description: string;
            /** @enum {string} */
            status: "pending" | "passed" | "failed" | "error" | "skipped" | "requires_retry";
            /** @enum {string} */
            engine_status: "pending" | "passed" | "failed" | "error" | "skipped" | "requires_retry";
            reviewed: {
                by_change: string;
                /** @enum {string} */
                kind: "override" | "correction";
            } | null;
            score: number | null;
            threshold: {
                score: number;
                /** @enum {string} */
                passes: "from" | "below";
            } | null;
            reasons: {
                code: string;
                text: string;
            }[];
            engine: string;
            engine_version: string;
            /** Format: date-time */
            started_at: string;
            duration_ms: number;
            otherwise: {
                /** @enum {string} */
                status: "passed" | "failed";
                /** @enum {string} */
                decision: "approved" | "rejected" | "needs_review" | "awaiting_external" | "failed";
                reason_code: string | null;
            } | null;
            remedies: {
                fields: string[];
                pieces: string[];
            };
        };
        KeptFields: {
            fields: string[];
            /** @enum {string} */
            status: "pending" | "capturing" | "processing" | "awaiting_external" | "under_review" | "sandbox_pending" | "completed" | "expired" | "failed";
        };
        KeptSignals: {
            /** @constant */
            accepted: true;
            /** @enum {string} */
            status: "pending" | "capturing" | "processing" | "awaiting_external" | "under_review" | "sandbox_pending" | "completed" | "expired" | "failed";
            nonce: string | null;
        };
        Link: {
            id: string;
            session_id: string;
            /** @enum {string} */
            status: "created" | "consumed" | "expired" | "revoked";
            /** Format: date-time */
            expires_at: string;
            bound_at: string | null;
            /** Format: date-time */
            created_at: string;
        };
        List: {
            id: string;
            name: string;
            /** @enum {string} */
            action: "block" | "flag" | "allow";
            /** @enum {string} */
            origin: "api" | "review";
            /** @enum {string} */
            environment: "live" | "sandbox";
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        ListItem: {
            id: string;
            /** @enum {string} */
            kind: "name" | "name_dob" | "document_number" | "email" | "email_domain" | "phone" | "ip" | "device" | "country" | "face";
            value: string | null;
            session_id: string | null;
            /** Format: date-time */
            created_at: string;
        };
        LiveCaptureState: {
            session_id: string;
            /** @enum {string} */
            status: "pending" | "capturing" | "processing" | "awaiting_external" | "under_review" | "sandbox_pending" | "completed" | "expired" | "failed";
            organization: components["schemas"]["ShownOrganization"];
            language: string | null;
            is_sandbox: boolean;
            /** @enum {string} */
            client: "page" | "api";
            bound_client: boolean;
            consent_given: boolean;
            required: {
                piece: string;
                done: boolean;
            }[];
            asked_again: {
                /** @enum {string} */
                piece: "document_type" | "id_front" | "id_back" | "selfie" | "liveness" | "user_info" | "proof_of_address";
                reason_code: string | null;
                message: string | null;
            }[];
            document_types: {
                /** @enum {string} */
                document_type: "passport" | "drivers_license" | "national_id" | "residence_permit";
                needs_back: boolean;
            }[];
            document_type: ("passport" | "drivers_license" | "national_id" | "residence_permit") | null;
            document_country: string | null;
            country: string | null;
            user_info: {
                field: string;
                required: boolean;
            }[];
            documents: {
                id: string;
                /** @enum {string} */
                piece: "document_type" | "id_front" | "id_back" | "selfie" | "liveness" | "user_info" | "proof_of_address";
                media_type: string;
            }[];
            limits: {
                files_left: number;
                challenges_left: number;
            };
            accepts: {
                formats: string[];
                poa_formats: string[];
                max_bytes: number;
            };
            capture: {
                /** @enum {string} */
                handoff: "offer" | "force" | "off";
                /** @enum {string} */
                files: "allowed" | "camera_only";
            };
            can_extend: boolean;
            can_decline_liveness: boolean;
            data_retention_days: number;
            redirect_url: string | null;
            /** Format: date-time */
            expires_at: string;
            seconds_left: number;
        };
        LivenessChallenge: {
            nonce: string;
            challenges: ("blink" | "smile" | "turn_left" | "turn_right" | "look_up" | "nod" | "open_mouth")[];
            colours: {
                rgb: number[];
                ms: number;
            }[] | null;
            /** Format: date-time */
            expires_at: string;
        };
        LivenessFrame: {
            challenge: number;
            asked: ("blink" | "smile" | "turn_left" | "turn_right" | "look_up" | "nod" | "open_mouth") | null;
            position: number;
            at_ms: number | null;
        };
        LivenessFrames: {
            challenges: ("blink" | "smile" | "turn_left" | "turn_right" | "look_up" | "nod" | "open_mouth")[];
            frames: number;
        };
        LivenessMeasured: {
            challenges: {
                /** @enum {string} */
                challenge: "blink" | "smile" | "turn_left" | "turn_right" | "look_up" | "nod" | "open_mouth";
                performed: boolean;
                photograph_likeness: number | null;
            }[];
            likeness: number | null;
            selfie_likeness: number | null;
            passive: number | null;
            timed: boolean;
            /** @default [] */
            frames: {
                challenge: number;
                position: number;
                shows: boolean | null;
                yaw: number | null;
                pitch: number | null;
                smile: number | null;
                eyes_open: number | null;
                mouth_open: number | null;
            }[];
        };
        NewCaseNote: {
            id: string;
            case_id: string;
            author: string | null;
            text: string | null;
        };
        NewLink: {
            id: string;
            session_id: string;
            /** @enum {string} */
            status: "created" | "consumed" | "expired" | "revoked";
            /** Format: date-time */
            expires_at: string;
            /** Format: date-time */
            created_at: string;
            capture_url: string | null;
            qr_code_data_url: string | null;
        };
        Organization: {
            id: string;
            name: string;
            /** @enum {string} */
            plan: "free" | "starter" | "professional" | "unlimited";
            settings: {
                api_pii_fields: ("first_name" | "last_name" | "date_of_birth" | "address" | "document_number" | "nationality" | "gender" | "ssn" | "document_type" | "document_expiration_date" | "document_issuing_state")[];
                webhook_pii_fields: ("first_name" | "last_name" | "date_of_birth" | "address" | "document_number" | "nationality" | "gender" | "ssn" | "document_type" | "document_expiration_date" | "document_issuing_state")[];
                allowed_origins: string[];
                image_url_expiry_seconds: number;
                token_minutes: number;
                time_zone: string;
                sensitive_data_retention_days: number;
                data_retention_days: number;
                dual_review: boolean;
                hide_first_opinion: boolean;
                escalate_disagreement: boolean;
                /** @enum {string} */
                screening_without_lists: "review" | "pass";
                consent_versions: string[] | null;
                reject_reasons: string[];
                /** @enum {string} */
                handoff: "offer" | "force" | "off";
                show_result: boolean;
                allow_extend: boolean;
                signal_actions: {
                    [key: string]: "ignore" | "flag" | "block";
                };
                branding: {
                    display_name: string | null;
                    logo_url: string | null;
                    brand_color: string | null;
                    radius: number | null;
                    support_url: string | null;
                    privacy_url: string | null;
                    texts: {
                        [key: string]: {
                            [key: string]: string;
                        };
                    };
                };
            };
            /** Format: date-time */
            created_at: string;
        };
        RateLimits: {
            /** @enum {string} */
            plan: "free" | "starter" | "professional" | "unlimited";
            window_seconds: number;
            requests: {
                limit: number | null;
                used: number;
            };
            session_creates: {
                limit: number | null;
                used: number;
            };
        };
        ReadField: {
            /** @enum {string} */
            field: "document_type" | "document_issuing_state" | "last_name" | "first_name" | "document_number" | "nationality" | "date_of_birth" | "date_of_birth_partial" | "gender" | "document_expiration_date" | "document_issue_date";
            value: string | null;
            /** @enum {string} */
            source: "mrz" | "barcode" | "correction" | "unknown";
            print: ("agrees" | "differs" | "unseen") | null;
            is_repaired: boolean;
            /** @enum {string} */
            confidence: "high" | "medium" | "low";
        };
        Reauthenticated: {
            /** Format: date-time */
            reauthenticated_until: string;
        };
        Redaction: {
            /** @enum {string} */
            status: "deleted" | "already_redacted" | "legal_hold";
            session_id: string;
            documents_removed: number;
            message: string;
            erasure: components["schemas"]["Erasure"] | null;
        };
        Replay: {
            endpoint_id: string;
            replayed: number;
            next_since: string | null;
        };
        ReplayCount: {
            endpoint_id: string;
            would_replay: number;
            next_since: string | null;
        };
        Reprocessing: {
            session_id: string;
            /** @enum {string} */
            status: "pending" | "capturing" | "processing" | "awaiting_external" | "under_review" | "sandbox_pending" | "completed" | "expired" | "failed";
        };
        ResentInvitation: {
            id: string;
            resend_count: number;
        };
        Result: {
            session_id: string;
            /** @enum {string} */
            status: "approved" | "rejected" | "needs_review";
            attempt: number;
            is_sandbox: boolean;
            /** Format: date-time */
            created_at: string;
            decided_at: string | null;
            face_match_passed: boolean | null;
            face_match_score: number | null;
            age_check_passed: boolean | null;
            extracted_age: number | null;
            extracted_data: {
                [key: string]: unknown;
            } | null;
            check_results: {
                [key: string]: {
                    /** @enum {string} */
                    status: "pending" | "passed" | "failed" | "error" | "skipped" | "requires_retry";
                    score: number | null;
                    reasons: string[];
                };
            };
            rejection_reason: string | null;
            rejection_reason_code: string | null;
            reviewed_by: string | null;
            /** @enum {string} */
            processing_mode: "workflow" | "manual" | "sandbox";
            country_used: string | null;
            sensitive_data_expired: boolean;
        };
        ResultSummary: {
            session_id: string;
            /** @enum {string} */
            status: "approved" | "rejected" | "needs_review";
            /** Format: date-time */
            created_at: string;
            rejection_reason: string | null;
            /** @enum {string} */
            processing_mode: "workflow" | "manual" | "sandbox";
            sensitive_data_expired: boolean;
            external_ref: string | null;
            result: {
                attempt: number;
                is_sandbox: boolean;
                decided_at: string | null;
                face_match_passed: boolean | null;
                face_match_score: number | null;
                age_check_passed: boolean | null;
                extracted_age: number | null;
                extracted_data: {
                    [key: string]: unknown;
                } | null;
                check_results: {
                    [key: string]: {
                        /** @enum {string} */
                        status: "pending" | "passed" | "failed" | "error" | "skipped" | "requires_retry";
                        score: number | null;
                        reasons: string[];
                    };
                };
                rejection_reason_code: string | null;
                reviewed_by: string | null;
                country_used: string | null;
            };
        };
        ResumedSession: {
            id: string;
            /** @enum {string} */
            status: "pending" | "capturing" | "processing" | "awaiting_external" | "under_review" | "sandbox_pending" | "completed" | "expired" | "failed";
            capture_url: string | null;
            expires_at: string | null;
            qr_code_data_url: string | null;
        };
        ResumedWorkflow: {
            session_id: string;
            /** @enum {string} */
            status: "pending" | "capturing" | "processing" | "awaiting_external" | "under_review" | "sandbox_pending" | "completed" | "expired" | "failed";
            attempt: number;
            step_index: number;
            policy: ("document_quality" | "document_ocr" | "document_expiration" | "id_document_filter" | "document_forensics" | "face_match" | "liveness" | "age" | "identity_crossref" | "duplicate_detection" | "watchlist_screening" | "check_against_list" | "proof_of_address_check" | "risk_assessment") | null;
        };
        ReviewMetrics: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            decided: number;
            is_partial: boolean;
            queue: {
                age: {
                    p50_seconds: number | null;
                    p95_seconds: number | null;
                };
                age_bands: {
                    [key: string]: number;
                };
                waiting: number;
            };
            age_at_decision: {
                p50_ms: number | null;
                p95_ms: number | null;
            };
            handling: {
                p50_ms: number | null;
                p95_ms: number | null;
            };
            reviewers: {
                reviewer: string;
                approved: number;
                rejected: number;
                decisions_per_hour: number | null;
                median_handling_ms: number | null;
            }[];
            overturned: {
                of: number;
                share: number | null;
            };
            overrides: {
                /** @enum {string} */
                check: "document_quality" | "document_ocr" | "document_expiration" | "id_document_filter" | "document_forensics" | "face_match" | "liveness" | "age" | "identity_crossref" | "duplicate_detection" | "watchlist_screening" | "check_against_list" | "proof_of_address_check" | "risk_assessment";
                of: number;
                overridden: number;
                share: number | null;
            }[];
        };
        ReviewedHit: {
            /** @default true */
            is_hit: boolean;
            /** @enum {string} */
            source: "ofac_sdn" | "eu" | "un" | "uk";
            entry_id: string;
            name: string;
            matched_name: string;
            is_alias: boolean;
            /** @enum {string} */
            quality: "strong" | "weak";
            similarity: number;
            /** @default null */
            name_similarity: number | null;
            /** @enum {string} */
            birth: "same" | "near" | "unknown" | "contradicts";
            births: {
                from: string;
                to: string;
            }[];
            programs: string[];
            countries: string[];
            list_published_on: string | null;
            dismissed: {
                by_change: string;
                by: string | null;
                reason: string | null;
                at: string | null;
            } | null;
        };
        Reviewer: {
            id: string;
            name: string;
            /** @enum {string} */
            role: "reviewer" | "senior" | "admin" | "auditor";
            is_senior: boolean;
            active: boolean;
        };
        Risk: {
            session_id: string;
            risk_score: number;
            /** @enum {string} */
            risk_level: "low" | "medium" | "high" | "critical";
            signals: {
                /** @enum {string} */
                signal: "completion_too_fast" | "completion_too_slow" | "high_hesitation" | "high_distraction" | "copy_paste_name" | "mouse_bot_pattern" | "keystroke_bot_pattern" | "screen_sharing_detected" | "autofill_then_edit" | "bot_detected" | "webdriver_evasion_detected" | "devtools_open" | "virtual_camera" | "webgl_vm_detected" | "incognito_detected" | "ip_country_mismatch" | "datacenter_ip" | "tor_exit" | "ip_velocity" | "impossible_travel" | "timezone_mismatch" | "exif_editing_software" | "screen_photo" | "mrz_checksum_mismatch" | "barcode_mismatch" | "expired_document" | "image_reused" | "image_seen_before" | "one_picture_twice" | "same_shot" | "no_colour" | "zone_not_ocr_b" | "other_print" | "enlarged" | "drawn" | "screenshot" | "passive_suspicious" | "same_photograph" | "frames_replayed" | "selfie_replayed" | "capture_times_impossible" | "motion_unlikely" | "colours_differ" | "colours_unclear" | "duplicate_device" | "duplicate_email" | "duplicate_phone" | "duplicate_document" | "duplicate_face" | "duplicate_name_dob" | "duplicate_ip" | "integrity_checksum_mismatch" | "payload_tampering";
                /** @enum {string} */
                category: "behaviour" | "device" | "network" | "forensics" | "graph" | "integrity";
                weight: number;
                /** @enum {string} */
                action: "ignore" | "flag" | "block";
                evidence: {
                    [key: string]: unknown;
                };
            }[];
            blocked_by: ("completion_too_fast" | "completion_too_slow" | "high_hesitation" | "high_distraction" | "copy_paste_name" | "mouse_bot_pattern" | "keystroke_bot_pattern" | "screen_sharing_detected" | "autofill_then_edit" | "bot_detected" | "webdriver_evasion_detected" | "devtools_open" | "virtual_camera" | "webgl_vm_detected" | "incognito_detected" | "ip_country_mismatch" | "datacenter_ip" | "tor_exit" | "ip_velocity" | "impossible_travel" | "timezone_mismatch" | "exif_editing_software" | "screen_photo" | "mrz_checksum_mismatch" | "barcode_mismatch" | "expired_document" | "image_reused" | "image_seen_before" | "one_picture_twice" | "same_shot" | "no_colour" | "zone_not_ocr_b" | "other_print" | "enlarged" | "drawn" | "screenshot" | "passive_suspicious" | "same_photograph" | "frames_replayed" | "selfie_replayed" | "capture_times_impossible" | "motion_unlikely" | "colours_differ" | "colours_unclear" | "duplicate_device" | "duplicate_email" | "duplicate_phone" | "duplicate_document" | "duplicate_face" | "duplicate_name_dob" | "duplicate_ip" | "integrity_checksum_mismatch" | "payload_tampering") | null;
            evaluated_at: string | null;
            attempt: number;
            not_evaluated: ("completion_too_fast" | "completion_too_slow" | "high_hesitation" | "high_distraction" | "copy_paste_name" | "mouse_bot_pattern" | "keystroke_bot_pattern" | "screen_sharing_detected" | "autofill_then_edit" | "bot_detected" | "webdriver_evasion_detected" | "devtools_open" | "virtual_camera" | "webgl_vm_detected" | "incognito_detected" | "ip_country_mismatch" | "datacenter_ip" | "tor_exit" | "ip_velocity" | "impossible_travel" | "timezone_mismatch" | "exif_editing_software" | "screen_photo" | "mrz_checksum_mismatch" | "barcode_mismatch" | "expired_document" | "image_reused" | "image_seen_before" | "one_picture_twice" | "same_shot" | "no_colour" | "zone_not_ocr_b" | "other_print" | "enlarged" | "drawn" | "screenshot" | "passive_suspicious" | "same_photograph" | "frames_replayed" | "selfie_replayed" | "capture_times_impossible" | "motion_unlikely" | "colours_differ" | "colours_unclear" | "duplicate_device" | "duplicate_email" | "duplicate_phone" | "duplicate_document" | "duplicate_face" | "duplicate_name_dob" | "duplicate_ip" | "integrity_checksum_mismatch" | "payload_tampering")[];
        };
        RiskSum: {
            score: number;
            /** @enum {string} */
            level: "low" | "medium" | "high" | "critical";
            blocked_by: ("completion_too_fast" | "completion_too_slow" | "high_hesitation" | "high_distraction" | "copy_paste_name" | "mouse_bot_pattern" | "keystroke_bot_pattern" | "screen_sharing_detected" | "autofill_then_edit" | "bot_detected" | "webdriver_evasion_detected" | "devtools_open" | "virtual_camera" | "webgl_vm_detected" | "incognito_detected" | "ip_country_mismatch" | "datacenter_ip" | "tor_exit" | "ip_velocity" | "impossible_travel" | "timezone_mismatch" | "exif_editing_software" | "screen_photo" | "mrz_checksum_mismatch" | "barcode_mismatch" | "expired_document" | "image_reused" | "image_seen_before" | "one_picture_twice" | "same_shot" | "no_colour" | "zone_not_ocr_b" | "other_print" | "enlarged" | "drawn" | "screenshot" | "passive_suspicious" | "same_photograph" | "frames_replayed" | "selfie_replayed" | "capture_times_impossible" | "motion_unlikely" | "colours_differ" | "colours_unclear" | "duplicate_device" | "duplicate_email" | "duplicate_phone" | "duplicate_document" | "duplicate_face" | "duplicate_name_dob" | "duplicate_ip" | "integrity_checksum_mismatch" | "payload_tampering") | null;
            parts: {
                /** @enum {string} */
                signal: "completion_too_fast" | "completion_too_slow" | "high_hesitation" | "high_distraction" | "copy_paste_name" | "mouse_bot_pattern" | "keystroke_bot_pattern" | "screen_sharing_detected" | "autofill_then_edit" | "bot_detected" | "webdriver_evasion_detected" | "devtools_open" | "virtual_camera" | "webgl_vm_detected" | "incognito_detected" | "ip_country_mismatch" | "datacenter_ip" | "tor_exit" | "ip_velocity" | "impossible_travel" | "timezone_mismatch" | "exif_editing_software" | "screen_photo" | "mrz_checksum_mismatch" | "barcode_mismatch" | "expired_document" | "image_reused" | "image_seen_before" | "one_picture_twice" | "same_shot" | "no_colour" | "zone_not_ocr_b" | "other_print" | "enlarged" | "drawn" | "screenshot" | "passive_suspicious" | "same_photograph" | "frames_replayed" | "selfie_replayed" | "capture_times_impossible" | "motion_unlikely" | "colours_differ" | "colours_unclear" | "duplicate_device" | "duplicate_email" | "duplicate_phone" | "duplicate_document" | "duplicate_face" | "duplicate_name_dob" | "duplicate_ip" | "integrity_checksum_mismatch" | "payload_tampering";
                /** @enum {string} */
                category: "behaviour" | "device" | "network" | "forensics" | "graph" | "integrity";
                weight: number;
                /** @enum {string} */
                action: "ignore" | "flag" | "block";
                evidence: {
                    [key: string]: unknown;
                };
                text: string;
                counts: number;
                sum: number;
            }[];
            is_capped: boolean;
        };
        Service: {
            /** @constant */
            service: "Verifa Sessions";
            /** @constant */
            reference: "/docs";
            /** @constant */
            openapi: "/openapi.json";
        };
        Session: {
            id: string;
            /** @enum {string} */
            status: "pending" | "capturing" | "processing" | "awaiting_external" | "under_review" | "sandbox_pending" | "completed" | "expired" | "failed";
            is_sandbox: boolean;
            /** @enum {string} */
            environment: "live" | "sandbox";
            external_ref: string | null;
            country: string | null;
            language: string | null;
            workflow_id: string;
            workflow_version: number;
            checks: string[] | null;
            document_type: string | null;
            metadata: {
                [key: string]: unknown;
            };
            tags: string[];
            redirect_url: string | null;
            capture_url?: string;
            token_expires_at: string | null;
            consent_at: string | null;
            consent_ip: string | null;
            processing_attempts: number;
            /** @enum {string} */
            retention_status: "active" | "sensitive_redacted" | "redacted";
            legal_hold: boolean;
            case_id: string | null;
            case_status: ("open" | "in_review" | "pending_second_review" | "escalated" | "approved" | "rejected" | "closed") | null;
            identity_id: string | null;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            completed_at: string | null;
            expired_at: string | null;
        };
        SessionRecord: {
            session: components["schemas"]["Session"];
            fields: {
                [key: string]: unknown;
            } | null;
            applicant: {
                [key: string]: unknown;
            } | null;
            user_info: {
                [key: string]: unknown;
            } | null;
            proof_of_address: {
                [key: string]: unknown;
            } | null;
            result: components["schemas"]["Result"] | null;
            documents: {
                id: string;
                doc_type: string;
                mime_type: string;
                /** Format: date-time */
                created_at: string;
                url: string;
                expires_in: number;
            }[];
            screening: {
                /** @default true */
                is_hit: boolean;
                /** @enum {string} */
                source: "ofac_sdn" | "eu" | "un" | "uk";
                entry_id: string;
                name: string;
                matched_name: string;
                is_alias: boolean;
                /** @enum {string} */
                quality: "strong" | "weak";
                similarity: number;
                /** @default null */
                name_similarity: number | null;
                /** @enum {string} */
                birth: "same" | "near" | "unknown" | "contradicts";
                births: {
                    from: string;
                    to: string;
                }[];
                programs: string[];
                countries: string[];
                list_published_on: string | null;
                attempt: number;
                /** Format: date-time */
                screened_at: string;
            }[];
            fraud_signals: {
                /** @enum {string} */
                signal: "completion_too_fast" | "completion_too_slow" | "high_hesitation" | "high_distraction" | "copy_paste_name" | "mouse_bot_pattern" | "keystroke_bot_pattern" | "screen_sharing_detected" | "autofill_then_edit" | "bot_detected" | "webdriver_evasion_detected" | "devtools_open" | "virtual_camera" | "webgl_vm_detected" | "incognito_detected" | "ip_country_mismatch" | "datacenter_ip" | "tor_exit" | "ip_velocity" | "impossible_travel" | "timezone_mismatch" | "exif_editing_software" | "screen_photo" | "mrz_checksum_mismatch" | "barcode_mismatch" | "expired_document" | "image_reused" | "image_seen_before" | "one_picture_twice" | "same_shot" | "no_colour" | "zone_not_ocr_b" | "other_print" | "enlarged" | "drawn" | "screenshot" | "passive_suspicious" | "same_photograph" | "frames_replayed" | "selfie_replayed" | "capture_times_impossible" | "motion_unlikely" | "colours_differ" | "colours_unclear" | "duplicate_device" | "duplicate_email" | "duplicate_phone" | "duplicate_document" | "duplicate_face" | "duplicate_name_dob" | "duplicate_ip" | "integrity_checksum_mismatch" | "payload_tampering";
                /** @enum {string} */
                category: "behaviour" | "device" | "network" | "forensics" | "graph" | "integrity";
                weight: number;
                /** @enum {string} */
                action: "ignore" | "flag" | "block";
                evidence: {
                    [key: string]: unknown;
                };
                attempt: number;
                /** Format: date-time */
                evaluated_at: string;
            }[];
            cases: {
                id: string;
                attempt: number;
                /** @enum {string} */
                status: "open" | "in_review" | "pending_second_review" | "escalated" | "approved" | "rejected" | "closed";
                decided_by: string | null;
                reason_code: string | null;
                reason: string | null;
                close_reason: string | null;
                /** Format: date-time */
                created_at: string;
                closed_at: string | null;
                notes: components["schemas"]["CaseNote"][];
                changes: components["schemas"]["CaseChange"][];
            }[];
            consents: {
                accepted: boolean;
                version: string | null;
                /** @enum {string} */
                given_by: "person" | "integrator";
                actor_id: string | null;
                ip: string | null;
                /** Format: date-time */
                at: string;
            }[];
            asked_again: {
                /** @enum {string} */
                piece: "document_type" | "id_front" | "id_back" | "selfie" | "liveness" | "user_info" | "proof_of_address";
                reason_code: string | null;
                message: string | null;
                /** Format: date-time */
                asked_at: string;
            }[];
            timeline: components["schemas"]["TimelineEntry"][];
            webhook_deliveries: {
                id: string;
                event_id: string;
                /** @enum {string} */
                event_type: "session.created" | "session.link_generated" | "session.started" | "session.awaiting_external" | "session.requires-review" | "session.approved" | "session.declined" | "session.expired" | "session.failed" | "session.resubmission-required" | "session.redacted" | "session.retention-expired" | "check.completed" | "document.verified" | "document.extracted" | "case.created" | "case.approved" | "case.rejected" | "case.escalated" | "identity.created" | "identity.updated" | "identity.archived" | "identity.restored";
                endpoint_id: string;
                /** @enum {string} */
                status: "pending" | "delivered" | "failed" | "held";
                tries: number;
                /** Format: date-time */
                created_at: string;
            }[];
            erasure: components["schemas"]["Erasure"] | null;
        };
        SessionTags: {
            id: string;
            tags: string[];
        };
        ShownOrganization: {
            name: string;
            logo_url: string | null;
            support_url: string | null;
            privacy_url: string | null;
            show_result: boolean;
            texts: {
                [key: string]: {
                    [key: string]: string;
                };
            };
        };
        SignInOptions: {
            password: boolean;
            oidc: boolean;
        };
        SignInStep: {
            /** @enum {string} */
            next: "totp" | "enrol_totp" | "done";
        };
        SignedOut: {
            logout_url: string | null;
        };
        SimulatedOutcome: {
            id: string;
            /** @enum {string} */
            action: "approve" | "decline" | "reject" | "require-review" | "needs_review" | "expire";
            /** @enum {string} */
            status: "pending" | "capturing" | "processing" | "awaiting_external" | "under_review" | "sandbox_pending" | "completed" | "expired" | "failed";
            /** @constant */
            simulated: true;
        };
        StatedComparison: {
            /** @enum {string} */
            by: "integrator" | "person";
            /** @enum {string} */
            field: "first_name" | "last_name" | "name" | "date_of_birth" | "document_number" | "document_issuing_state" | "nationality" | "gender";
            stated: string;
            read: string;
            score: number | null;
        };
        StreamToken: {
            token: string;
            url: string;
            /** Format: date-time */
            expires_at: string;
        };
        SubmittedSession: {
            id: string;
            /** @enum {string} */
            status: "pending" | "capturing" | "processing" | "awaiting_external" | "under_review" | "sandbox_pending" | "completed" | "expired" | "failed";
            is_sandbox: boolean;
            message: string;
        };
        TestEvent: {
            event_id: string;
            endpoint_id: string;
            /** @enum {string} */
            event_type: "session.created" | "session.link_generated" | "session.started" | "session.awaiting_external" | "session.requires-review" | "session.approved" | "session.declined" | "session.expired" | "session.failed" | "session.resubmission-required" | "session.redacted" | "session.retention-expired" | "check.completed" | "document.verified" | "document.extracted" | "case.created" | "case.approved" | "case.rejected" | "case.escalated" | "identity.created" | "identity.updated" | "identity.archived" | "identity.restored";
            /** @constant */
            is_test: true;
        };
        Timeline: {
            session_id: string;
            data: components["schemas"]["TimelineEntry"][];
        };
        TimelineEntry: {
            /** @enum {string} */
            kind: "transition" | "refused" | "step";
            event: string;
            sequence: number | null;
            from_status: ("pending" | "capturing" | "processing" | "awaiting_external" | "under_review" | "sandbox_pending" | "completed" | "expired" | "failed") | null;
            to_status: ("pending" | "capturing" | "processing" | "awaiting_external" | "under_review" | "sandbox_pending" | "completed" | "expired" | "failed") | null;
            attempt: number;
            actor: {
                kind: string;
                id: string | null;
            };
            detail: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            at: string;
        };
        TotpEnrolment: {
            /** @constant */
            next: "confirm";
            secret: string;
            otpauth_url: string;
            qr_code_data_url: string;
        } | {
            /** @constant */
            next: "done";
            recovery_codes: string[];
        };
        Triggered: {
            session_id: string;
            workflow_id: string;
            /** @enum {string} */
            status: "pending" | "capturing" | "processing" | "awaiting_external" | "under_review" | "sandbox_pending" | "completed" | "expired" | "failed";
            attempt: number;
        };
        User: {
            id: string;
            name: string;
            /** @enum {string} */
            role: "reviewer" | "senior" | "admin" | "auditor";
            active: boolean;
            /** Format: date-time */
            created_at: string;
            email: string | null;
            set_up: boolean | null;
            totp: boolean | null;
            last_login_at: string | null;
        };
        UserSignIns: {
            data: {
                id: string;
                /** @enum {string} */
                signed_in_by: "password" | "oidc";
                /** @enum {string} */
                environment: "live" | "sandbox";
                /** Format: date-time */
                created_at: string;
                /** Format: date-time */
                last_seen_at: string;
                /** Format: date-time */
                expires_at: string;
                active: boolean;
                current: boolean;
            }[];
        };
        UserWithSetupLink: {
            id: string;
            name: string;
            /** @enum {string} */
            role: "reviewer" | "senior" | "admin" | "auditor";
            active: boolean;
            /** Format: date-time */
            created_at: string;
            email: string | null;
            set_up: boolean | null;
            totp: boolean | null;
            last_login_at: string | null;
            setup_url: string | null;
            setup_expires_at: string | null;
        };
        ValidDefinition: {
            definition: components["schemas"]["WorkflowDefinition"];
            warnings: components["schemas"]["DefinitionWarning"][];
        };
        VerificationPolicy: {
            /** @enum {string} */
            policy: "document_quality" | "document_ocr" | "document_expiration" | "id_document_filter" | "document_forensics" | "face_match" | "liveness" | "age" | "identity_crossref" | "duplicate_detection" | "watchlist_screening" | "check_against_list" | "proof_of_address_check" | "risk_assessment";
            description: string;
            class: string;
            always_runs: boolean;
            config_schema: {
                [key: string]: unknown;
            };
        };
        Watchlist: {
            /** @enum {string} */
            source: "ofac_sdn" | "eu" | "un" | "uk";
            published_on: string | null;
            /** Format: date-time */
            loaded_at: string;
            entries: number;
            outdated: boolean;
        };
        WebhookDelivery: {
            id: string;
            endpoint_id: string;
            event_id: string;
            /** @enum {string} */
            event_type: "session.created" | "session.link_generated" | "session.started" | "session.awaiting_external" | "session.requires-review" | "session.approved" | "session.declined" | "session.expired" | "session.failed" | "session.resubmission-required" | "session.redacted" | "session.retention-expired" | "check.completed" | "document.verified" | "document.extracted" | "case.created" | "case.approved" | "case.rejected" | "case.escalated" | "identity.created" | "identity.updated" | "identity.archived" | "identity.restored";
            session_id: string | null;
            /** @enum {string} */
            status: "pending" | "delivered" | "failed" | "held";
            round: number;
            tries: {
                round: number;
                try: number;
                /** Format: date-time */
                at: string;
                status_code: number | null;
                error_code: string | null;
                duration_ms: number;
                answer: string | null;
                answer_head: string | null;
            }[];
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        WebhookDeliveryWithRequest: {
            id: string;
            endpoint_id: string;
            event_id: string;
            /** @enum {string} */
            event_type: "session.created" | "session.link_generated" | "session.started" | "session.awaiting_external" | "session.requires-review" | "session.approved" | "session.declined" | "session.expired" | "session.failed" | "session.resubmission-required" | "session.redacted" | "session.retention-expired" | "check.completed" | "document.verified" | "document.extracted" | "case.created" | "case.approved" | "case.rejected" | "case.escalated" | "identity.created" | "identity.updated" | "identity.archived" | "identity.restored";
            session_id: string | null;
            /** @enum {string} */
            status: "pending" | "delivered" | "failed" | "held";
            round: number;
            tries: {
                round: number;
                try: number;
                /** Format: date-time */
                at: string;
                status_code: number | null;
                error_code: string | null;
                duration_ms: number;
                answer: string | null;
                answer_head: string | null;
            }[];
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            request: {
                /** @constant */
                method: "POST";
                url: string;
                headers: {
                    [key: string]: string;
                };
                body: string;
            };
        };
        WebhookEndpoint: {
            id: string;
            url: string;
            label: string | null;
            description: string | null;
            enabled: boolean;
            disabled_reason: string | null;
            enabled_events: string[];
            events: string[];
            attribute_blocklist: string[];
            api_version: string;
            /** @enum {string} */
            key_inflection: "snake" | "camel" | "kebab";
            ed25519_signature: boolean;
            /** @enum {string} */
            environment: "live" | "sandbox";
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        WebhookEndpointWithSecret: {
            id: string;
            url: string;
            label: string | null;
            description: string | null;
            enabled: boolean;
            disabled_reason: string | null;
            enabled_events: string[];
            events: string[];
            attribute_blocklist: string[];
            api_version: string;
            /** @enum {string} */
            key_inflection: "snake" | "camel" | "kebab";
            ed25519_signature: boolean;
            /** @enum {string} */
            environment: "live" | "sandbox";
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            secret: string;
        };
        WebhookPublicKey: {
            endpoint_id: string;
            /** @constant */
            algorithm: "ed25519";
            public_key: string;
        };
        WholeCase: {
            id: string;
            session_id: string;
            attempt: number;
            /** @enum {string} */
            status: "open" | "in_review" | "pending_second_review" | "escalated" | "approved" | "rejected" | "closed";
            /** @enum {string} */
            environment: "live" | "sandbox";
            reason_code: string | null;
            dual_review: boolean;
            assignee: string | null;
            claimed_until: string | null;
            first_review: {
                by: string | null;
                decision: string | null;
            } | null;
            second_review: {
                by: string | null;
                decision: string;
            } | null;
            escalated_by: string | null;
            decided_by: string | null;
            close_reason: string | null;
            /** @enum {string} */
            age_band: "green" | "yellow" | "red";
            /** @enum {string} */
            priority: "low" | "normal" | "high" | "urgent";
            tags: string[];
            workflow_id: string | null;
            country: string | null;
            document_type: string | null;
            risk_score: number | null;
            signals: ("completion_too_fast" | "completion_too_slow" | "high_hesitation" | "high_distraction" | "copy_paste_name" | "mouse_bot_pattern" | "keystroke_bot_pattern" | "screen_sharing_detected" | "autofill_then_edit" | "bot_detected" | "webdriver_evasion_detected" | "devtools_open" | "virtual_camera" | "webgl_vm_detected" | "incognito_detected" | "ip_country_mismatch" | "datacenter_ip" | "tor_exit" | "ip_velocity" | "impossible_travel" | "timezone_mismatch" | "exif_editing_software" | "screen_photo" | "mrz_checksum_mismatch" | "barcode_mismatch" | "expired_document" | "image_reused" | "image_seen_before" | "one_picture_twice" | "same_shot" | "no_colour" | "zone_not_ocr_b" | "other_print" | "enlarged" | "drawn" | "screenshot" | "passive_suspicious" | "same_photograph" | "frames_replayed" | "selfie_replayed" | "capture_times_impossible" | "motion_unlikely" | "colours_differ" | "colours_unclear" | "duplicate_device" | "duplicate_email" | "duplicate_phone" | "duplicate_document" | "duplicate_face" | "duplicate_name_dob" | "duplicate_ip" | "integrity_checksum_mismatch" | "payload_tampering")[];
            /** Format: date-time */
            created_at: string;
            closed_at: string | null;
            reason: string | null;
            /** @enum {string} */
            session_status: "pending" | "capturing" | "processing" | "awaiting_external" | "under_review" | "sandbox_pending" | "completed" | "expired" | "failed";
            notes: components["schemas"]["CaseNote"][];
            changes: components["schemas"]["CaseChange"][];
        };
        Workflow: {
            id: string;
            name: string;
            is_default: boolean;
            active: boolean;
            version: number;
            rollout_percentage: number;
            stable_version: number;
            /** Format: date-time */
            created_at: string;
            definition: components["schemas"]["WorkflowDefinition"];
        };
        WorkflowDefinition: {
            nodes: ({
                id: string;
                /** @constant */
                type: "start";
                next: string;
            } | {
                id: string;
                /** @constant */
                type: "policy";
                check: string;
                /** @default {} */
                config: {
                    [key: string]: unknown;
                };
                /** @default true */
                eager: boolean;
                /** @default false */
                optional: boolean;
                routes: {
                    passed?: string;
                    failed?: string;
                    skipped?: string;
                    error?: string;
                };
            } | {
                id: string;
                /** @constant */
                type: "conditional";
                conditions: {
                    field: string;
                    /** @enum {string} */
                    operator: ">=" | "<=" | ">" | "<" | "==" | "!=" | "in" | "not_in" | "contains" | "exists";
                    value?: string | number | boolean | (string | number)[];
                    to: string;
                }[];
                default?: string;
            } | {
                id: string;
                /** @constant */
                type: "wait";
                next?: string;
                on_fail?: string;
                on_timeout?: string;
                timeout?: number;
            } | {
                id: string;
                /** @constant */
                type: "terminal";
                /** @enum {string} */
                decision: "approved" | "rejected" | "needs_review";
            })[];
            data_requirements?: {
                /**
                 * @default [
                 *       "passport",
                 *       "drivers_license",
                 *       "national_id",
                 *       "residence_permit"
                 *     ]
                 */
                document_types: ("passport" | "drivers_license" | "national_id" | "residence_permit")[];
                document_types_by_country?: {
                    [key: string]: ("passport" | "drivers_license" | "national_id" | "residence_permit")[];
                };
                /** @default true */
                selfie: boolean;
                /** @default false */
                liveness: boolean;
                /** @default [] */
                user_info: {
                    field: string;
                    /**
                     * @default collect
                     * @enum {string}
                     */
                    mode: "collect" | "required";
                }[];
                /** @default false */
                proof_of_address: boolean;
            };
            dual_review?: boolean;
            capture?: {
                /** @enum {string} */
                handoff?: "offer" | "force" | "off";
                /** @enum {string} */
                files?: "allowed" | "camera_only";
            };
        };
        WorkflowRun: {
            session_id: string;
            attempt: number;
            /** @enum {string} */
            status: "running" | "decided" | "cancelled" | "failed";
            workflow_id: string;
            workflow_version: number;
            /** Format: date-time */
            started_at: string;
            finished_at: string | null;
            current_node: string | null;
            nodes: ({
                id: string;
                /** @enum {string} */
                place: "passed" | "standing" | "not_reached";
                /** @constant */
                type: "policy";
                /** @enum {string} */
                check: "document_quality" | "document_ocr" | "document_expiration" | "id_document_filter" | "document_forensics" | "face_match" | "liveness" | "age" | "identity_crossref" | "duplicate_detection" | "watchlist_screening" | "check_against_list" | "proof_of_address_check" | "risk_assessment";
                /** @enum {string} */
                status: "pending" | "passed" | "failed" | "error" | "skipped" | "requires_retry";
                score: number | null;
                reasons: string[];
                started_at: string | null;
                duration_ms: number | null;
            } | {
                id: string;
                /** @enum {string} */
                place: "passed" | "standing" | "not_reached";
                /** @constant */
                type: "wait";
                answer: string | null;
            } | {
                id: string;
                /** @enum {string} */
                place: "passed" | "standing" | "not_reached";
                /** @constant */
                type: "terminal";
                decision: string;
            } | {
                id: string;
                /** @enum {string} */
                place: "passed" | "standing" | "not_reached";
                /** @constant */
                type: "conditional";
            })[];
        };
        WorkflowSummary: {
            id: string;
            name: string;
            is_default: boolean;
            active: boolean;
            version: number;
            rollout_percentage: number;
            stable_version: number;
            /** Format: date-time */
            created_at: string;
        };
        WorkflowVersion: {
            workflow_id: string;
            version: number;
            definition: components["schemas"]["WorkflowDefinition"];
            /** Format: date-time */
            created_at: string;
        };
        WrittenWorkflow: {
            id: string;
            name: string;
            is_default: boolean;
            active: boolean;
            version: number;
            rollout_percentage: number;
            stable_version: number;
            /** Format: date-time */
            created_at: string;
            definition: components["schemas"]["WorkflowDefinition"];
            warnings: components["schemas"]["DefinitionWarning"][];
        };
        Error: {
            /** @enum {string} */
            error: "bad_request" | "malformed_json" | "unsupported_version" | "two_callers" | "unauthorized" | "key_expired" | "signed_out" | "second_factor_required" | "sign_in_refused" | "code_refused" | "cross_site_request" | "role_required" | "reauthentication_required" | "not_yourself" | "missing_scope" | "ip_not_allowed" | "key_beyond_own" | "origin_not_allowed" | "sandbox_only" | "live_only" | "signature_invalid" | "not_found" | "method_not_allowed" | "body_too_slow" | "invalid_state" | "session_redacted" | "sensitive_data_expired" | "legal_hold" | "stale_decision" | "link_in_use" | "consent_required" | "consent_withdrawn" | "not_offered" | "case_closed" | "case_claimed" | "nonce_used" | "nonce_expired" | "case_escalated" | "same_reviewer" | "reviewer_required" | "user_exists" | "last_admin" | "identity_exists" | "identity_redacted" | "identity_merged" | "list_exists" | "list_of_review" | "workflow_is_default" | "workflow_inactive" | "endpoint_limit" | "resend_limit" | "endpoint_disabled" | "delivery_pending" | "idempotency_in_progress" | "token_unavailable" | "document_gone" | "payload_too_large" | "unsupported_media_type" | "unsupported_file_type" | "validation_failed" | "missing_pieces" | "nonce_unknown" | "invalid_image" | "image_too_large" | "image_too_small" | "face_count" | "invalid_definition" | "idempotency_mismatch" | "too_many_attempts" | "rate_limited" | "internal_error" | "mail_unavailable" | "temporarily_unavailable" | "erasures_unapplied" | "message_unsigned" | "message_stale" | "transition_conflict" | "attempt_stale" | "key_destroyed" | "ciphertext_invalid" | "engine_failed" | "artifact_unavailable" | "watchlist_invalid" | "watchlist_unavailable" | "config_invalid";
            detail: string;
            status_code: number;
            request_id: string;
            /** @description Of 422: the fields, by their names as sent. */
            errors?: {
                field: string;
                code: string;
                message: string;
                node?: string;
            }[];
        };
    };
    responses: {
        /**
         * @description `bad_request`: The request could not be understood.
         *
         *     `malformed_json`: The body is not valid JSON.
         *
         *     `unsupported_version`: This API version is unknown or retired.
         *
         *     `two_callers`: Send an API key or the cookie of the console, not both.
         */
        Error400: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": "bad_request",
                 *       "detail": "The request could not be understood.",
                 *       "status_code": 400,
                 *       "request_id": "00000000-0000-4000-8000-000000000000"
                 *     }
                 */
                "application/json": components["schemas"]["Error"];
            };
        };
        /**
         * @description `unauthorized`: A valid API key is required.
         *
         *     `key_expired`: This API key has expired.
         *
         *     `signed_out`: The sign-in is over, or was ended. Sign in again.
         *
         *     `second_factor_required`: The sign-in is not complete: a second factor is still to be shown.
         *
         *     `sign_in_refused`: E-mail address and password do not belong together.
         */
        Error401: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": "unauthorized",
                 *       "detail": "A valid API key is required.",
                 *       "status_code": 401,
                 *       "request_id": "00000000-0000-4000-8000-000000000000"
                 *     }
                 */
                "application/json": components["schemas"]["Error"];
            };
        };
        /**
         * @description `code_refused`: The code is wrong, has run out or was used before.
         *
         *     `cross_site_request`: Only the console's own pages may call by its cookie.
         *
         *     `role_required`: The role of the reviewer does not allow this.
         *
         *     `reauthentication_required`: A second factor has to be shown again for this.
         *
         *     `not_yourself`: Whoever signed in acts as themselves: reviewer_id is another user.
         *
         *     `missing_scope`: The caller lacks the scope for this call.
         *
         *     `ip_not_allowed`: This API key may not be used from this address.
         *
         *     `key_beyond_own`: The caller may not change or end what has more rights than it has.
         *
         *     `origin_not_allowed`: Pages of this origin may not call this.
         *
         *     `sandbox_only`: Only a sandbox key may do this.
         *
         *     `live_only`: Only a live key may do this.
         *
         *     `signature_invalid`: The link is not valid.
         *
         *     `message_unsigned`: The service has not signed this message; operators may send what the signals carry.
         */
        Error403: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": "code_refused",
                 *       "detail": "The code is wrong, has run out or was used before.",
                 *       "status_code": 403,
                 *       "request_id": "00000000-0000-4000-8000-000000000000"
                 *     }
                 */
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description `not_found`: There is no such resource. */
        Error404: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": "not_found",
                 *       "detail": "There is no such resource.",
                 *       "status_code": 404,
                 *       "request_id": "00000000-0000-4000-8000-000000000000"
                 *     }
                 */
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description `method_not_allowed`: Method not allowed on this path. */
        Error405: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": "method_not_allowed",
                 *       "detail": "Method not allowed on this path.",
                 *       "status_code": 405,
                 *       "request_id": "00000000-0000-4000-8000-000000000000"
                 *     }
                 */
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description `body_too_slow`: The body came too slowly. */
        Error408: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": "body_too_slow",
                 *       "detail": "The body came too slowly.",
                 *       "status_code": 408,
                 *       "request_id": "00000000-0000-4000-8000-000000000000"
                 *     }
                 */
                "application/json": components["schemas"]["Error"];
            };
        };
        /**
         * @description `invalid_state`: The session is not in a state that allows this.
         *
         *     `session_redacted`: The session has been redacted.
         *
         *     `sensitive_data_expired`: The session's personal data has passed its retention.
         *
         *     `legal_hold`: A legal hold is on the session.
         *
         *     `stale_decision`: The decision is for something already past.
         *
         *     `link_in_use`: The link is in use on another device.
         *
         *     `consent_required`: Consent has to be given first.
         *
         *     `consent_withdrawn`: Consent was withdrawn; it has to be given anew over the link.
         *
         *     `not_offered`: The organisation does not offer this.
         *
         *     `case_closed`: The case is closed.
         *
         *     `case_claimed`: The case is claimed by someone else.
         *
         *     `nonce_used`: Frames were already accepted for this nonce.
         *
         *     `nonce_expired`: The nonce has run out, or a newer one took its place.
         *
         *     `case_escalated`: The reviewer who escalated a case cannot decide it.
         *
         *     `same_reviewer`: The second reviewer has to be another person than the first.
         *
         *     `reviewer_required`: Under dual review the call has to name who decides: reviewer_id.
         *
         *     `user_exists`: A user with this e-mail address already exists.
         *
         *     `last_admin`: Somebody has to be left who can let people in: this is the last admin.
         *
         *     `identity_exists`: An identity with this external_ref already exists.
         *
         *     `identity_redacted`: The identity has been redacted.
         *
         *     `identity_merged`: The identity was merged into another one.
         *
         *     `list_exists`: A list has this name already.
         *
         *     `list_of_review`: The list of reviewers cannot be changed or deleted; its items can be.
         *
         *     `workflow_is_default`: The default workflow cannot be deactivated.
         *
         *     `workflow_inactive`: The workflow is not active.
         *
         *     `endpoint_limit`: The environment has as many webhook endpoints as it may have.
         *
         *     `resend_limit`: The invitation was sent again as often as it may be.
         *
         *     `endpoint_disabled`: The endpoint is disabled.
         *
         *     `delivery_pending`: The delivery is still being tried.
         *
         *     `idempotency_in_progress`: The first request with this Idempotency-Key is still running.
         *
         *     `message_stale`: The message was signed for an earlier state of the session.
         */
        Error409: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": "invalid_state",
                 *       "detail": "The session is not in a state that allows this.",
                 *       "status_code": 409,
                 *       "request_id": "00000000-0000-4000-8000-000000000000"
                 *     }
                 */
                "application/json": components["schemas"]["Error"];
            };
        };
        /**
         * @description `token_unavailable`: The link is unknown, used or has run out.
         *
         *     `document_gone`: The document is no longer available.
         *
         *     `key_destroyed`: The data key of this session was destroyed.
         */
        Error410: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": "token_unavailable",
                 *       "detail": "The link is unknown, used or has run out.",
                 *       "status_code": 410,
                 *       "request_id": "00000000-0000-4000-8000-000000000000"
                 *     }
                 */
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description `payload_too_large`: The request is larger than allowed. */
        Error413: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": "payload_too_large",
                 *       "detail": "The request is larger than allowed.",
                 *       "status_code": 413,
                 *       "request_id": "00000000-0000-4000-8000-000000000000"
                 *     }
                 */
                "application/json": components["schemas"]["Error"];
            };
        };
        /**
         * @description `unsupported_media_type`: This media type is not accepted.
         *
         *     `unsupported_file_type`: The file is not a JPEG, PNG, WebP or PDF by its content.
         */
        Error415: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": "unsupported_media_type",
                 *       "detail": "This media type is not accepted.",
                 *       "status_code": 415,
                 *       "request_id": "00000000-0000-4000-8000-000000000000"
                 *     }
                 */
                "application/json": components["schemas"]["Error"];
            };
        };
        /**
         * @description `validation_failed`: Some fields are not valid.
         *
         *     `missing_pieces`: Something required is still missing.
         *
         *     `nonce_unknown`: The nonce was not given out for this capture.
         *
         *     `invalid_image`: The picture cannot be decoded.
         *
         *     `image_too_large`: The picture has more than 64 megapixels.
         *
         *     `image_too_small`: The picture is too small.
         *
         *     `face_count`: The picture has to show exactly one face.
         *
         *     `invalid_definition`: The workflow definition is not valid.
         *
         *     `idempotency_mismatch`: This Idempotency-Key was used with other parameters.
         */
        Error422: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": "validation_failed",
                 *       "detail": "Some fields are not valid.",
                 *       "status_code": 422,
                 *       "request_id": "00000000-0000-4000-8000-000000000000",
                 *       "errors": []
                 *     }
                 */
                "application/json": components["schemas"]["Error"];
            };
        };
        /**
         * @description `too_many_attempts`: Too many attempts for this session.
         *
         *     `rate_limited`: Too many requests.
         */
        Error429: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": "too_many_attempts",
                 *       "detail": "Too many attempts for this session.",
                 *       "status_code": 429,
                 *       "request_id": "00000000-0000-4000-8000-000000000000"
                 *     }
                 */
                "application/json": components["schemas"]["Error"];
            };
        };
        /**
         * @description `internal_error`: Something went wrong on our side.
         *
         *     `transition_conflict`: Another content is recorded for this sequence number.
         *
         *     `attempt_stale`: The attempt this answer belongs to is over.
         *
         *     `ciphertext_invalid`: A stored ciphertext does not verify.
         *
         *     `engine_failed`: A check engine failed.
         *
         *     `artifact_unavailable`: A needed tool or model cannot be had on this machine.
         *
         *     `watchlist_invalid`: A watchlist file is not what its publisher publishes.
         *
         *     `watchlist_unavailable`: A watchlist file cannot be fetched.
         *
         *     `config_invalid`: The configuration is not valid.
         */
        Error500: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": "internal_error",
                 *       "detail": "Something went wrong on our side.",
                 *       "status_code": 500,
                 *       "request_id": "00000000-0000-4000-8000-000000000000"
                 *     }
                 */
                "application/json": components["schemas"]["Error"];
            };
        };
        /**
         * @description `mail_unavailable`: The mail server is away, or none is configured.
         *
         *     `temporarily_unavailable`: A part of the service is down; try again shortly.
         *
         *     `erasures_unapplied`: The records come from a backup, and erasures since then are still to be repeated.
         */
        Error503: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": "mail_unavailable",
                 *       "detail": "The mail server is away, or none is configured.",
                 *       "status_code": 503,
                 *       "request_id": "00000000-0000-4000-8000-000000000000"
                 *     }
                 */
                "application/json": components["schemas"]["Error"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description The address of what was made. */
        Location: string;
        /** @description Paths of what was sent in the body and is not known, parted by commas: at most 20, and 1 KB. */
        IgnoredFields: string;
        /** @description Seconds to wait. */
        RetryAfter: number;
    };
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
                /** @description The same as `external_ref`. */
                reference_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Session"][];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                        };
                    } | {
                        data: components["schemas"]["Session"][];
                        pagination: {
                            limit: number;
                            next: string | null;
                        };
                    };
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_sessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "external_ref": "customer-1",
                 *       "country": "NL",
                 *       "metadata": {
                 *         "plan": "gold"
                 *       }
                 *     }
                 */
                "application/json": {
                    external_ref?: null | string;
                    country?: null | string;
                    language?: null | string;
                    workflow_id?: null | string;
                    checks?: null | string[];
                    document_type?: null | ("passport" | "drivers_license" | "national_id" | "residence_permit");
                    document_country?: null | string;
                    metadata?: null | {
                        [key: string]: unknown;
                    };
                    tags?: null | string[];
                    redirect_url?: null | string;
                    expires_in_minutes?: null | number;
                    fields?: null | {
                        [key: string]: unknown;
                    };
                    send_email?: null | boolean;
                    applicant_email?: null | string;
                    applicant_name?: null | string;
                    display_name?: null | string;
                    support_url?: null | string;
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "ses_01kg9x5r3qf8m2v7c4t6y0b1ne",
                     *       "status": "pending",
                     *       "is_sandbox": true,
                     *       "environment": "sandbox",
                     *       "external_ref": "customer-1",
                     *       "country": "NL",
                     *       "language": null,
                     *       "workflow_id": "wfl_01kg9x2h7d5p8s3w1z9q4e6rka",
                     *       "workflow_version": 1,
                     *       "checks": null,
                     *       "document_type": null,
                     *       "metadata": {
                     *         "plan": "gold"
                     *       },
                     *       "tags": [],
                     *       "redirect_url": null,
                     *       "capture_url": "https://verify.example/verify/Yk3vQ9s0mT7eR2xB5hJ8wA",
                     *       "token_expires_at": "2026-02-01T09:30:00.000Z",
                     *       "consent_at": null,
                     *       "consent_ip": null,
                     *       "processing_attempts": 0,
                     *       "retention_status": "active",
                     *       "legal_hold": false,
                     *       "case_id": null,
                     *       "case_status": null,
                     *       "identity_id": null,
                     *       "created_at": "2026-01-31T09:30:00.000Z",
                     *       "updated_at": "2026-01-31T09:30:00.000Z",
                     *       "completed_at": null,
                     *       "expired_at": null,
                     *       "expires_at": "2026-02-01T09:30:00.000Z",
                     *       "qr_code_data_url": "data:image/png;base64,iVBORw0KGgo="
                     *     }
                     */
                    "application/json": components["schemas"]["CreatedSession"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_sessions_search: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "document_number": "SPX015127",
                 *       "issuing_state": "NLD"
                 *     }
                 */
                "application/json": {
                    name?: string;
                    date_of_birth?: string;
                    document_number?: string;
                    issuing_state?: string;
                    email?: string;
                    phone?: string;
                    /** @default 50 */
                    limit?: number;
                    after?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Session"][];
                        pagination: {
                            limit: number;
                            next: string | null;
                        };
                    };
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_sessions_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "ses_01kg9x5r3qf8m2v7c4t6y0b1ne",
                     *       "status": "pending",
                     *       "is_sandbox": true,
                     *       "environment": "sandbox",
                     *       "external_ref": "customer-1",
                     *       "country": "NL",
                     *       "language": null,
                     *       "workflow_id": "wfl_01kg9x2h7d5p8s3w1z9q4e6rka",
                     *       "workflow_version": 1,
                     *       "checks": null,
                     *       "document_type": null,
                     *       "metadata": {
                     *         "plan": "gold"
                     *       },
                     *       "tags": [],
                     *       "redirect_url": null,
                     *       "capture_url": "https://verify.example/verify/Yk3vQ9s0mT7eR2xB5hJ8wA",
                     *       "token_expires_at": "2026-02-01T09:30:00.000Z",
                     *       "consent_at": null,
                     *       "consent_ip": null,
                     *       "processing_attempts": 0,
                     *       "retention_status": "active",
                     *       "legal_hold": false,
                     *       "case_id": null,
                     *       "case_status": null,
                     *       "identity_id": null,
                     *       "created_at": "2026-01-31T09:30:00.000Z",
                     *       "updated_at": "2026-01-31T09:30:00.000Z",
                     *       "completed_at": null,
                     *       "expired_at": null
                     *     }
                     */
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    patch_sessions_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "metadata": {
                 *         "plan": "silver"
                 *       }
                 *     }
                 */
                "application/json": {
                    external_ref?: string | null;
                    metadata?: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_sessions_id_resume: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResumedSession"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_sessions_id_generate_one_time_link: {
        parameters: {
            query?: never;
            header?: never;
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
            /** @description Done. */
            201: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewLink"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_sessions_id_links: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Link"][];
                    };
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_sessions_id_expire: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExpiredSession"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_sessions_id_submit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubmittedSession"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_sessions_id_external_decision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "decision": "continue"
                 *     }
                 */
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
            /** @description Done. */
            202: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExternalDecision"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_sessions_id_reprocess: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reprocessing"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_sessions_id_resume_workflow: {
        parameters: {
            query?: never;
            header?: never;
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
            /** @description Done. */
            202: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResumedWorkflow"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_sessions_id_resend_invite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResentInvitation"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_sessions_id_tags_add: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "tag": "vip"
                 *     }
                 */
                "application/json": {
                    tag: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionTags"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_sessions_id_tags_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    tag: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionTags"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    put_sessions_id_tags: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    tags: string[];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionTags"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    delete_sessions_id_data: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Redaction"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_sessions_bulk_redact: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    session_ids: string[];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: (components["schemas"]["Redaction"] | {
                            /** @enum {string} */
                            status: "not_found" | "failed";
                            session_id: string;
                            error: string;
                        })[];
                        total: number;
                        results: (components["schemas"]["Redaction"] | {
                            /** @enum {string} */
                            status: "not_found" | "failed";
                            session_id: string;
                            error: string;
                        })[];
                    };
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    put_sessions_id_legal_hold: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason_code": "court_order"
                 *     }
                 */
                "application/json": {
                    reason_code: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeldSession"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    delete_sessions_id_legal_hold: {
        parameters: {
            query?: never;
            header?: never;
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
            /** @description Done. */
            200: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeldSession"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_well_known_erasure_keys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasureKeys"];
                };
            };
            400: components["responses"]["Error400"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_sessions_id_simulate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "action": "decline",
                 *       "check": "face_match",
                 *       "reason": "face_mismatch"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    action: "approve" | "decline" | "reject" | "require-review" | "needs_review" | "expire";
                    /** @enum {string} */
                    check?: "document_quality" | "document_ocr" | "document_expiration" | "id_document_filter" | "document_forensics" | "face_match" | "liveness" | "age" | "identity_crossref" | "duplicate_detection" | "watchlist_screening" | "check_against_list" | "proof_of_address_check" | "risk_assessment";
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SimulatedOutcome"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_sessions_id_events: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Timeline"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_sessions_id_export: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionRecord"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_sessions_id_documents: {
        parameters: {
            query?: {
                all?: "true" | "false";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Documents"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_sessions_id_documents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** @enum {string} */
                    document_type: "id_front" | "id_back" | "selfie" | "proof_of_address";
                    /** @enum {string} */
                    id_document_type?: "passport" | "drivers_license" | "national_id" | "residence_permit";
                    id_document_country?: string;
                    /** @enum {string} */
                    poa_document_type?: "utility_bill" | "bank_statement" | "government_letter" | "tax_document" | "rental_agreement";
                    /** Format: date */
                    poa_document_date?: string;
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Document"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_sessions_id_documents_doc_type: {
        parameters: {
            query: {
                expires: string;
                by?: string;
                sig: string;
                document?: string;
                disposition?: "attachment" | "inline";
                width?: number;
            };
            header?: never;
            path: {
                id: string;
                doc_type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": unknown;
                    "image/png": unknown;
                    "image/webp": unknown;
                    "application/pdf": unknown;
                };
            };
            400: components["responses"]["Error400"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_verify_token_state: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaptureState"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_verify_token_consent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "accepted": true,
                 *       "version": "2026-01"
                 *     }
                 */
                "application/json": {
                    accepted: boolean;
                    version: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Consent"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_verify_token_document_type: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "document_type": "passport",
                 *       "country": "NL"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    document_type: "passport" | "drivers_license" | "national_id" | "residence_permit";
                    country: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChosenDocumentType"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_verify_token_documents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** @enum {string} */
                    side: "front" | "back";
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CapturedDocument"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_verify_token_documents_id: {
        parameters: {
            query?: {
                width?: number;
            };
            header?: never;
            path: {
                id: string;
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": unknown;
                    "image/png": unknown;
                    "image/webp": unknown;
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_verify_token_selfie: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CapturedDocument"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_verify_token_liveness_challenge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "colours": true
                 *     }
                 */
                "application/json": {
                    colours?: boolean | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LivenessChallenge"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_verify_token_liveness: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    nonce: string;
                    /** Format: binary */
                    neutral: string;
                    challenge_1: string[];
                    challenge_2: string[];
                    challenge_3: string[];
                    timing?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LivenessFrames"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_verify_token_liveness_decline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeclinedLiveness"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_verify_token_user_info: {
        parameters: {
            query?: never;
            header?: never;
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
            /** @description Done. */
            200: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptFields"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_verify_token_proof_of_address: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** @enum {string} */
                    poa_document_type: "utility_bill" | "bank_statement" | "government_letter" | "tax_document" | "rental_agreement";
                    /** Format: date */
                    poa_document_date: string;
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CapturedDocument"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_verify_token_signals: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "steps": [
                 *         {
                 *           "step": "consent",
                 *           "after_ms": 4200,
                 *           "outcome": "done"
                 *         }
                 *       ],
                 *       "language": "en"
                 *     }
                 */
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
                    steps?: {
                        /** @enum {string} */
                        step: "opened" | "expect" | "consent" | "document_type" | "id_front" | "id_back" | "selfie" | "liveness" | "user_info" | "proof_of_address" | "review" | "sending" | "end" | "handoff";
                        after_ms: number;
                        /** @enum {string} */
                        outcome?: "shown" | "done" | "retake" | "camera_denied" | "camera_missing" | "file_chosen" | "declined" | "failed";
                    }[];
                    /** @enum {string} */
                    device_class?: "phone" | "tablet" | "desktop";
                    /**
                     * @example en
                     * @example pt-BR
                     */
                    language?: string;
                    nonce?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptSignals"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_verify_token_handoff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Handoff"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_verify_token_handoff_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CancelledHandoff"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_verify_token_extend: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExtendedCapture"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_verify_token_follow: {
        parameters: {
            query?: {
                token?: string;
            };
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": unknown;
                };
            };
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_verify_token_complete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubmittedSession"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_verify_token_sandbox_outcome: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    outcome: "approve" | "reject" | "needs_review";
                    /** @enum {string} */
                    check?: "document_quality" | "document_ocr" | "document_expiration" | "id_document_filter" | "document_forensics" | "face_match" | "liveness" | "age" | "identity_crossref" | "duplicate_detection" | "watchlist_screening" | "check_against_list" | "proof_of_address_check" | "risk_assessment";
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChosenOutcome"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_sessions_id_result: {
        parameters: {
            query?: {
                attempt?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Result"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_results_id: {
        parameters: {
            query?: {
                attempt?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResultSummary"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_results: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                after?: string;
                status?: "approved" | "rejected" | "needs_review";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ResultSummary"][];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                        };
                    } | {
                        data: components["schemas"]["ResultSummary"][];
                        pagination: {
                            limit: number;
                            next: string | null;
                        };
                    };
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_sessions_id_verifications: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChecksOfSession"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_sessions_id_attempts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Attempts"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_sessions_id_workflow_run: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowRun"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_sessions_id_risk: {
        parameters: {
            query?: {
                attempt?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Risk"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_webhooks_endpoints: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["WebhookEndpoint"][];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                        };
                    } | {
                        data: components["schemas"]["WebhookEndpoint"][];
                        pagination: {
                            limit: number;
                            next: string | null;
                        };
                    };
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_webhooks_endpoints: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "url": "https://shop.example/hooks",
                 *       "enabled_events": [
                 *         "session.approved",
                 *         "session.declined"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: uri
                     * @example https://shop.example/hooks
                     */
                    url: string;
                    /** @default null */
                    label?: string | null;
                    /** @default null */
                    description?: string | null;
                    /** @default true */
                    enabled?: boolean;
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
            /** @description Done. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpointWithSecret"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_webhooks_endpoints_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    delete_webhooks_endpoints_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    patch_webhooks_endpoints_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * Format: uri
                     * @example https://shop.example/hooks
                     */
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
            /** @description Done. */
            200: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_webhooks_endpoints_id_rotate_secret: {
        parameters: {
            query?: never;
            header?: never;
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
            /** @description Done. */
            200: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpointWithSecret"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_webhooks_endpoints_id_test: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "event_type": "session.approved"
                 *     }
                 */
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
            /** @description Done. */
            202: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TestEvent"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_webhooks_endpoints_id_deliveries: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                after?: string;
                status?: "pending" | "delivered" | "failed" | "held";
                event_type?: "session.created" | "session.link_generated" | "session.started" | "session.awaiting_external" | "session.requires-review" | "session.approved" | "session.declined" | "session.expired" | "session.failed" | "session.resubmission-required" | "session.redacted" | "session.retention-expired" | "check.completed" | "document.verified" | "document.extracted" | "case.created" | "case.approved" | "case.rejected" | "case.escalated" | "identity.created" | "identity.updated" | "identity.archived" | "identity.restored";
                session_id?: string;
                date_from?: string;
                date_to?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["WebhookDelivery"][];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                        };
                    } | {
                        data: components["schemas"]["WebhookDelivery"][];
                        pagination: {
                            limit: number;
                            next: string | null;
                        };
                    };
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_webhooks_deliveries_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryWithRequest"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_sessions_id_deliveries: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                after?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["WebhookDelivery"][];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                        };
                    } | {
                        data: components["schemas"]["WebhookDelivery"][];
                        pagination: {
                            limit: number;
                            next: string | null;
                        };
                    };
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_webhooks_deliveries_id_retry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_webhooks_endpoints_id_replay: {
        parameters: {
            query?: {
                since?: string;
                until?: string;
                event_types?: string | string[];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayCount"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_webhooks_endpoints_id_replay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "since": "2026-01-31T00:00:00Z",
                 *       "event_types": [
                 *         "session.approved"
                 *       ]
                 *     }
                 */
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
            /** @description Done. */
            202: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Replay"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_webhooks_event_types: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: ("session.created" | "session.link_generated" | "session.started" | "session.awaiting_external" | "session.requires-review" | "session.approved" | "session.declined" | "session.expired" | "session.failed" | "session.resubmission-required" | "session.redacted" | "session.retention-expired" | "check.completed" | "document.verified" | "document.extracted" | "case.created" | "case.approved" | "case.rejected" | "case.escalated" | "identity.created" | "identity.updated" | "identity.archived" | "identity.restored")[];
                    };
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_events_feed: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Event"][];
                        pagination: {
                            limit: number;
                            next: string | null;
                        };
                    };
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_well_known_webhook_keys_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookPublicKey"];
                };
            };
            400: components["responses"]["Error400"];
            404: components["responses"]["Error404"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_cases: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                after?: string;
                workflow_id?: string;
                country?: string;
                signal?: "completion_too_fast" | "completion_too_slow" | "high_hesitation" | "high_distraction" | "copy_paste_name" | "mouse_bot_pattern" | "keystroke_bot_pattern" | "screen_sharing_detected" | "autofill_then_edit" | "bot_detected" | "webdriver_evasion_detected" | "devtools_open" | "virtual_camera" | "webgl_vm_detected" | "incognito_detected" | "ip_country_mismatch" | "datacenter_ip" | "tor_exit" | "ip_velocity" | "impossible_travel" | "timezone_mismatch" | "exif_editing_software" | "screen_photo" | "mrz_checksum_mismatch" | "barcode_mismatch" | "expired_document" | "image_reused" | "image_seen_before" | "one_picture_twice" | "same_shot" | "no_colour" | "zone_not_ocr_b" | "other_print" | "enlarged" | "drawn" | "screenshot" | "passive_suspicious" | "same_photograph" | "frames_replayed" | "selfie_replayed" | "capture_times_impossible" | "motion_unlikely" | "colours_differ" | "colours_unclear" | "duplicate_device" | "duplicate_email" | "duplicate_phone" | "duplicate_document" | "duplicate_face" | "duplicate_name_dob" | "duplicate_ip" | "integrity_checksum_mismatch" | "payload_tampering";
                tag?: string;
                status?: ("open" | "in_review" | "pending_second_review" | "escalated" | "approved" | "rejected" | "closed") | (string | string[]);
                assignee?: string;
                age?: "green" | "yellow" | "red";
                q?: string;
                sort?: "oldest" | "riskiest" | "newest";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Case"][];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                        };
                    } | {
                        data: components["schemas"]["Case"][];
                        pagination: {
                            limit: number;
                            next: string | null;
                        };
                    };
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_cases_search: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "document_number": "SPX015127",
                 *       "issuing_state": "NLD"
                 *     }
                 */
                "application/json": {
                    name?: string;
                    date_of_birth?: string;
                    document_number?: string;
                    issuing_state?: string;
                    email?: string;
                    phone?: string;
                    /** @default 50 */
                    limit?: number;
                    after?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Case"][];
                        pagination: {
                            limit: number;
                            next: string | null;
                        };
                    };
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_cases_stats: {
        parameters: {
            query?: {
                assignee?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseStats"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_reviewers: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Reviewer"][];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                        };
                    } | {
                        data: components["schemas"]["Reviewer"][];
                        pagination: {
                            limit: number;
                            next: string | null;
                        };
                    };
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_cases_stream: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": unknown;
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_cases_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WholeCase"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    patch_cases_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "priority": "high",
                 *       "tags": [
                 *         "payouts"
                 *       ]
                 *     }
                 */
                "application/json": {
                    reviewer_id?: string;
                    /** @enum {string} */
                    priority?: "low" | "normal" | "high" | "urgent";
                    tags?: string[];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_cases_id_choices: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseChoices"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_cases_next: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    reviewer_id?: string;
                    workflow_id?: string;
                    country?: string;
                    /** @enum {string} */
                    signal?: "completion_too_fast" | "completion_too_slow" | "high_hesitation" | "high_distraction" | "copy_paste_name" | "mouse_bot_pattern" | "keystroke_bot_pattern" | "screen_sharing_detected" | "autofill_then_edit" | "bot_detected" | "webdriver_evasion_detected" | "devtools_open" | "virtual_camera" | "webgl_vm_detected" | "incognito_detected" | "ip_country_mismatch" | "datacenter_ip" | "tor_exit" | "ip_velocity" | "impossible_travel" | "timezone_mismatch" | "exif_editing_software" | "screen_photo" | "mrz_checksum_mismatch" | "barcode_mismatch" | "expired_document" | "image_reused" | "image_seen_before" | "one_picture_twice" | "same_shot" | "no_colour" | "zone_not_ocr_b" | "other_print" | "enlarged" | "drawn" | "screenshot" | "passive_suspicious" | "same_photograph" | "frames_replayed" | "selfie_replayed" | "capture_times_impossible" | "motion_unlikely" | "colours_differ" | "colours_unclear" | "duplicate_device" | "duplicate_email" | "duplicate_phone" | "duplicate_document" | "duplicate_face" | "duplicate_name_dob" | "duplicate_ip" | "integrity_checksum_mismatch" | "payload_tampering";
                    tag?: string;
                    /** @enum {string} */
                    status?: "open" | "pending_second_review" | "escalated";
                    /** @enum {string} */
                    age?: "green" | "yellow" | "red";
                    /**
                     * @default oldest
                     * @enum {string}
                     */
                    sort?: "oldest" | "riskiest";
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_cases_id_claim: {
        parameters: {
            query?: never;
            header?: never;
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
            /** @description Done. */
            200: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_cases_id_release: {
        parameters: {
            query?: never;
            header?: never;
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
            /** @description Done. */
            200: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_cases_id_assign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reviewer_id?: string;
                    assignee_id: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_cases_id_approve: {
        parameters: {
            query?: never;
            header?: never;
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
            /** @description Done. */
            200: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        session_id: string;
                        attempt: number;
                        /** @enum {string} */
                        status: "open" | "in_review" | "pending_second_review" | "escalated" | "approved" | "rejected" | "closed";
                        /** @enum {string} */
                        environment: "live" | "sandbox";
                        reason_code: string | null;
                        dual_review: boolean;
                        assignee: string | null;
                        claimed_until: string | null;
                        first_review: {
                            by: string | null;
                            decision: string | null;
                        } | null;
                        second_review: {
                            by: string | null;
                            decision: string;
                        } | null;
                        escalated_by: string | null;
                        decided_by: string | null;
                        close_reason: string | null;
                        /** @enum {string} */
                        age_band: "green" | "yellow" | "red";
                        /** @enum {string} */
                        priority: "low" | "normal" | "high" | "urgent";
                        tags: string[];
                        workflow_id: string | null;
                        country: string | null;
                        document_type: string | null;
                        risk_score: number | null;
                        signals: ("completion_too_fast" | "completion_too_slow" | "high_hesitation" | "high_distraction" | "copy_paste_name" | "mouse_bot_pattern" | "keystroke_bot_pattern" | "screen_sharing_detected" | "autofill_then_edit" | "bot_detected" | "webdriver_evasion_detected" | "devtools_open" | "virtual_camera" | "webgl_vm_detected" | "incognito_detected" | "ip_country_mismatch" | "datacenter_ip" | "tor_exit" | "ip_velocity" | "impossible_travel" | "timezone_mismatch" | "exif_editing_software" | "screen_photo" | "mrz_checksum_mismatch" | "barcode_mismatch" | "expired_document" | "image_reused" | "image_seen_before" | "one_picture_twice" | "same_shot" | "no_colour" | "zone_not_ocr_b" | "other_print" | "enlarged" | "drawn" | "screenshot" | "passive_suspicious" | "same_photograph" | "frames_replayed" | "selfie_replayed" | "capture_times_impossible" | "motion_unlikely" | "colours_differ" | "colours_unclear" | "duplicate_device" | "duplicate_email" | "duplicate_phone" | "duplicate_document" | "duplicate_face" | "duplicate_name_dob" | "duplicate_ip" | "integrity_checksum_mismatch" | "payload_tampering")[];
                        /** Format: date-time */
                        created_at: string;
                        closed_at: string | null;
                        reason: string | null;
                        /** @enum {string} */
                        session_status: "pending" | "capturing" | "processing" | "awaiting_external" | "under_review" | "sandbox_pending" | "completed" | "expired" | "failed";
                    };
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_cases_id_reject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "reason": "The photograph was replaced.",
                 *       "reason_code": "photo_replaced"
                 *     }
                 */
                "application/json": {
                    reviewer_id?: string;
                    /** @default null */
                    reason?: string | null;
                    /** @default review_rejected */
                    reason_code?: string;
                    /** @default false */
                    blocklist?: boolean | ("document_number" | "name_dob" | "email" | "phone" | "face")[];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        session_id: string;
                        attempt: number;
                        /** @enum {string} */
                        status: "open" | "in_review" | "pending_second_review" | "escalated" | "approved" | "rejected" | "closed";
                        /** @enum {string} */
                        environment: "live" | "sandbox";
                        reason_code: string | null;
                        dual_review: boolean;
                        assignee: string | null;
                        claimed_until: string | null;
                        first_review: {
                            by: string | null;
                            decision: string | null;
                        } | null;
                        second_review: {
                            by: string | null;
                            decision: string;
                        } | null;
                        escalated_by: string | null;
                        decided_by: string | null;
                        close_reason: string | null;
                        /** @enum {string} */
                        age_band: "green" | "yellow" | "red";
                        /** @enum {string} */
                        priority: "low" | "normal" | "high" | "urgent";
                        tags: string[];
                        workflow_id: string | null;
                        country: string | null;
                        document_type: string | null;
                        risk_score: number | null;
                        signals: ("completion_too_fast" | "completion_too_slow" | "high_hesitation" | "high_distraction" | "copy_paste_name" | "mouse_bot_pattern" | "keystroke_bot_pattern" | "screen_sharing_detected" | "autofill_then_edit" | "bot_detected" | "webdriver_evasion_detected" | "devtools_open" | "virtual_camera" | "webgl_vm_detected" | "incognito_detected" | "ip_country_mismatch" | "datacenter_ip" | "tor_exit" | "ip_velocity" | "impossible_travel" | "timezone_mismatch" | "exif_editing_software" | "screen_photo" | "mrz_checksum_mismatch" | "barcode_mismatch" | "expired_document" | "image_reused" | "image_seen_before" | "one_picture_twice" | "same_shot" | "no_colour" | "zone_not_ocr_b" | "other_print" | "enlarged" | "drawn" | "screenshot" | "passive_suspicious" | "same_photograph" | "frames_replayed" | "selfie_replayed" | "capture_times_impossible" | "motion_unlikely" | "colours_differ" | "colours_unclear" | "duplicate_device" | "duplicate_email" | "duplicate_phone" | "duplicate_document" | "duplicate_face" | "duplicate_name_dob" | "duplicate_ip" | "integrity_checksum_mismatch" | "payload_tampering")[];
                        /** Format: date-time */
                        created_at: string;
                        closed_at: string | null;
                        reason: string | null;
                        /** @enum {string} */
                        session_status: "pending" | "capturing" | "processing" | "awaiting_external" | "under_review" | "sandbox_pending" | "completed" | "expired" | "failed";
                    };
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_cases_id_resubmit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reviewer_id?: string;
                    pieces: (("document_type" | "id_front" | "id_back" | "selfie" | "liveness" | "user_info" | "proof_of_address") | {
                        /** @enum {string} */
                        piece: "document_type" | "id_front" | "id_back" | "selfie" | "liveness" | "user_info" | "proof_of_address";
                        reason_code?: string | null;
                        message?: string | null;
                    })[];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        session_id: string;
                        attempt: number;
                        /** @enum {string} */
                        status: "open" | "in_review" | "pending_second_review" | "escalated" | "approved" | "rejected" | "closed";
                        /** @enum {string} */
                        environment: "live" | "sandbox";
                        reason_code: string | null;
                        dual_review: boolean;
                        assignee: string | null;
                        claimed_until: string | null;
                        first_review: {
                            by: string | null;
                            decision: string | null;
                        } | null;
                        second_review: {
                            by: string | null;
                            decision: string;
                        } | null;
                        escalated_by: string | null;
                        decided_by: string | null;
                        close_reason: string | null;
                        /** @enum {string} */
                        age_band: "green" | "yellow" | "red";
                        /** @enum {string} */
                        priority: "low" | "normal" | "high" | "urgent";
                        tags: string[];
                        workflow_id: string | null;
                        country: string | null;
                        document_type: string | null;
                        risk_score: number | null;
                        signals: ("completion_too_fast" | "completion_too_slow" | "high_hesitation" | "high_distraction" | "copy_paste_name" | "mouse_bot_pattern" | "keystroke_bot_pattern" | "screen_sharing_detected" | "autofill_then_edit" | "bot_detected" | "webdriver_evasion_detected" | "devtools_open" | "virtual_camera" | "webgl_vm_detected" | "incognito_detected" | "ip_country_mismatch" | "datacenter_ip" | "tor_exit" | "ip_velocity" | "impossible_travel" | "timezone_mismatch" | "exif_editing_software" | "screen_photo" | "mrz_checksum_mismatch" | "barcode_mismatch" | "expired_document" | "image_reused" | "image_seen_before" | "one_picture_twice" | "same_shot" | "no_colour" | "zone_not_ocr_b" | "other_print" | "enlarged" | "drawn" | "screenshot" | "passive_suspicious" | "same_photograph" | "frames_replayed" | "selfie_replayed" | "capture_times_impossible" | "motion_unlikely" | "colours_differ" | "colours_unclear" | "duplicate_device" | "duplicate_email" | "duplicate_phone" | "duplicate_document" | "duplicate_face" | "duplicate_name_dob" | "duplicate_ip" | "integrity_checksum_mismatch" | "payload_tampering")[];
                        /** Format: date-time */
                        created_at: string;
                        closed_at: string | null;
                        reason: string | null;
                        /** @enum {string} */
                        session_status: "pending" | "capturing" | "processing" | "awaiting_external" | "under_review" | "sandbox_pending" | "completed" | "expired" | "failed";
                    };
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_cases_id_escalate: {
        parameters: {
            query?: never;
            header?: never;
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
            /** @description Done. */
            200: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_cases_id_preview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "override": {
                 *         "check": "face_match",
                 *         "passed": true
                 *       }
                 *     }
                 */
                "application/json": {
                    fields?: {
                        /** @enum {string} */
                        document_type?: "passport" | "drivers_license" | "national_id" | "residence_permit" | "other";
                        document_issuing_state?: string;
                        last_name?: string;
                        first_name?: string;
                        document_number?: string;
                        nationality?: string;
                        date_of_birth?: string | null;
                        date_of_birth_partial?: string | null;
                        /** @enum {string} */
                        gender?: "male" | "female" | "unspecified";
                        document_expiration_date?: string | null;
                        document_issue_date?: string | null;
                    };
                    override?: {
                        /** @enum {string} */
                        check: "document_quality" | "document_ocr" | "document_expiration" | "id_document_filter" | "document_forensics" | "face_match" | "liveness" | "age" | "identity_crossref" | "duplicate_detection" | "watchlist_screening" | "check_against_list" | "proof_of_address_check" | "risk_assessment";
                        passed: boolean;
                    };
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CasePreview"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_cases_id_notes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "Asked the customer for the original."
                 *     }
                 */
                "application/json": {
                    reviewer_id?: string;
                    text: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewCaseNote"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    put_cases_id_extracted_data: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
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
                        date_of_birth_partial?: string | null;
                        /** @enum {string} */
                        gender?: "male" | "female" | "unspecified";
                        document_expiration_date?: string | null;
                        document_issue_date?: string | null;
                    };
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseCorrection"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_cases_id_checks_check_override: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                check: "document_quality" | "document_ocr" | "document_expiration" | "id_document_filter" | "document_forensics" | "face_match" | "liveness" | "age" | "identity_crossref" | "duplicate_detection" | "watchlist_screening" | "check_against_list" | "proof_of_address_check" | "risk_assessment";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reviewer_id?: string;
                    passed: boolean;
                    reason: string;
                    dismissed?: {
                        /** @enum {string} */
                        source: "ofac_sdn" | "eu" | "un" | "uk";
                        entry_id: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOverride"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_cases_id_review: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseReview"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_analytics_funnel: {
        parameters: {
            query: {
                from: string;
                to: string;
                by?: "country" | "device" | "language" | "workflow";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Funnel"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_analytics_review: {
        parameters: {
            query: {
                from: string;
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewMetrics"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_workflows: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                after?: string;
                active?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["WorkflowSummary"][];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                        };
                    } | {
                        data: components["schemas"]["WorkflowSummary"][];
                        pagination: {
                            limit: number;
                            next: string | null;
                        };
                    };
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_workflows: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Document only",
                 *       "definition": {
                 *         "steps": [
                 *           {
                 *             "policy": "document_quality"
                 *           },
                 *           {
                 *             "policy": "document_ocr"
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    name: string;
                    definition: {
                        nodes: ({
                            id: string;
                            /** @constant */
                            type: "start";
                            next: string;
                        } | {
                            id: string;
                            /** @constant */
                            type: "policy";
                            check: string;
                            /** @default {} */
                            config?: {
                                [key: string]: unknown;
                            };
                            /** @default true */
                            eager?: boolean;
                            /** @default false */
                            optional?: boolean;
                            routes: {
                                passed?: string;
                                failed?: string;
                                skipped?: string;
                                error?: string;
                            };
                        } | {
                            id: string;
                            /** @constant */
                            type: "conditional";
                            conditions: {
                                field: string;
                                /** @enum {string} */
                                operator: ">=" | "<=" | ">" | "<" | "==" | "!=" | "in" | "not_in" | "contains" | "exists";
                                value?: string | number | boolean | (string | number)[];
                                to: string;
                            }[];
                            default?: string;
                        } | {
                            id: string;
                            /** @constant */
                            type: "wait";
                            next?: string;
                            on_fail?: string;
                            on_timeout?: string;
                            timeout?: number;
                        } | {
                            id: string;
                            /** @constant */
                            type: "terminal";
                            /** @enum {string} */
                            decision: "approved" | "rejected" | "needs_review";
                        })[];
                        /** @default {} */
                        data_requirements?: {
                            /**
                             * @default [
                             *       "passport",
                             *       "drivers_license",
                             *       "national_id",
                             *       "residence_permit"
                             *     ]
                             */
                            document_types?: ("passport" | "drivers_license" | "national_id" | "residence_permit")[];
                            document_types_by_country?: {
                                [key: string]: ("passport" | "drivers_license" | "national_id" | "residence_permit")[];
                            };
                            /** @default true */
                            selfie?: boolean;
                            /** @default false */
                            liveness?: boolean;
                            /** @default [] */
                            user_info?: {
                                field: string;
                                /**
                                 * @default collect
                                 * @enum {string}
                                 */
                                mode?: "collect" | "required";
                            }[];
                            /** @default false */
                            proof_of_address?: boolean;
                        };
                        dual_review?: boolean;
                        capture?: {
                            /** @enum {string} */
                            handoff?: "offer" | "force" | "off";
                            /** @enum {string} */
                            files?: "allowed" | "camera_only";
                        };
                    } | {
                        steps: {
                            /** @enum {string} */
                            policy: "document_quality" | "document_ocr" | "document_expiration" | "id_document_filter" | "document_forensics" | "face_match" | "liveness" | "age" | "identity_crossref" | "duplicate_detection" | "watchlist_screening" | "check_against_list" | "proof_of_address_check" | "risk_assessment";
                            /**
                             * @default reject
                             * @enum {string}
                             */
                            on_fail?: "reject" | "needs_review" | "continue";
                            /** @default {} */
                            config?: {
                                [key: string]: unknown;
                            };
                            /** @default false */
                            optional?: boolean;
                        }[];
                        /** @default {} */
                        data_requirements?: {
                            /**
                             * @default [
                             *       "passport",
                             *       "drivers_license",
                             *       "national_id",
                             *       "residence_permit"
                             *     ]
                             */
                            document_types?: ("passport" | "drivers_license" | "national_id" | "residence_permit")[];
                            document_types_by_country?: {
                                [key: string]: ("passport" | "drivers_license" | "national_id" | "residence_permit")[];
                            };
                            /** @default true */
                            selfie?: boolean;
                            /** @default false */
                            liveness?: boolean;
                            /** @default [] */
                            user_info?: {
                                field: string;
                                /**
                                 * @default collect
                                 * @enum {string}
                                 */
                                mode?: "collect" | "required";
                            }[];
                            /** @default false */
                            proof_of_address?: boolean;
                        };
                        dual_review?: boolean;
                        capture?: {
                            /** @enum {string} */
                            handoff?: "offer" | "force" | "off";
                            /** @enum {string} */
                            files?: "allowed" | "camera_only";
                        };
                    };
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenWorkflow"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_workflows_validate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "definition": {
                 *         "steps": [
                 *           {
                 *             "policy": "document_quality"
                 *           },
                 *           {
                 *             "policy": "document_ocr"
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    definition: {
                        nodes: ({
                            id: string;
                            /** @constant */
                            type: "start";
                            next: string;
                        } | {
                            id: string;
                            /** @constant */
                            type: "policy";
                            check: string;
                            /** @default {} */
                            config?: {
                                [key: string]: unknown;
                            };
                            /** @default true */
                            eager?: boolean;
                            /** @default false */
                            optional?: boolean;
                            routes: {
                                passed?: string;
                                failed?: string;
                                skipped?: string;
                                error?: string;
                            };
                        } | {
                            id: string;
                            /** @constant */
                            type: "conditional";
                            conditions: {
                                field: string;
                                /** @enum {string} */
                                operator: ">=" | "<=" | ">" | "<" | "==" | "!=" | "in" | "not_in" | "contains" | "exists";
                                value?: string | number | boolean | (string | number)[];
                                to: string;
                            }[];
                            default?: string;
                        } | {
                            id: string;
                            /** @constant */
                            type: "wait";
                            next?: string;
                            on_fail?: string;
                            on_timeout?: string;
                            timeout?: number;
                        } | {
                            id: string;
                            /** @constant */
                            type: "terminal";
                            /** @enum {string} */
                            decision: "approved" | "rejected" | "needs_review";
                        })[];
                        /** @default {} */
                        data_requirements?: {
                            /**
                             * @default [
                             *       "passport",
                             *       "drivers_license",
                             *       "national_id",
                             *       "residence_permit"
                             *     ]
                             */
                            document_types?: ("passport" | "drivers_license" | "national_id" | "residence_permit")[];
                            document_types_by_country?: {
                                [key: string]: ("passport" | "drivers_license" | "national_id" | "residence_permit")[];
                            };
                            /** @default true */
                            selfie?: boolean;
                            /** @default false */
                            liveness?: boolean;
                            /** @default [] */
                            user_info?: {
                                field: string;
                                /**
                                 * @default collect
                                 * @enum {string}
                                 */
                                mode?: "collect" | "required";
                            }[];
                            /** @default false */
                            proof_of_address?: boolean;
                        };
                        dual_review?: boolean;
                        capture?: {
                            /** @enum {string} */
                            handoff?: "offer" | "force" | "off";
                            /** @enum {string} */
                            files?: "allowed" | "camera_only";
                        };
                    } | {
                        steps: {
                            /** @enum {string} */
                            policy: "document_quality" | "document_ocr" | "document_expiration" | "id_document_filter" | "document_forensics" | "face_match" | "liveness" | "age" | "identity_crossref" | "duplicate_detection" | "watchlist_screening" | "check_against_list" | "proof_of_address_check" | "risk_assessment";
                            /**
                             * @default reject
                             * @enum {string}
                             */
                            on_fail?: "reject" | "needs_review" | "continue";
                            /** @default {} */
                            config?: {
                                [key: string]: unknown;
                            };
                            /** @default false */
                            optional?: boolean;
                        }[];
                        /** @default {} */
                        data_requirements?: {
                            /**
                             * @default [
                             *       "passport",
                             *       "drivers_license",
                             *       "national_id",
                             *       "residence_permit"
                             *     ]
                             */
                            document_types?: ("passport" | "drivers_license" | "national_id" | "residence_permit")[];
                            document_types_by_country?: {
                                [key: string]: ("passport" | "drivers_license" | "national_id" | "residence_permit")[];
                            };
                            /** @default true */
                            selfie?: boolean;
                            /** @default false */
                            liveness?: boolean;
                            /** @default [] */
                            user_info?: {
                                field: string;
                                /**
                                 * @default collect
                                 * @enum {string}
                                 */
                                mode?: "collect" | "required";
                            }[];
                            /** @default false */
                            proof_of_address?: boolean;
                        };
                        dual_review?: boolean;
                        capture?: {
                            /** @enum {string} */
                            handoff?: "offer" | "force" | "off";
                            /** @enum {string} */
                            files?: "allowed" | "camera_only";
                        };
                    };
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidDefinition"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_workflows_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workflow"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    patch_workflows_id: {
        parameters: {
            query?: never;
            header?: never;
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
                        nodes: ({
                            id: string;
                            /** @constant */
                            type: "start";
                            next: string;
                        } | {
                            id: string;
                            /** @constant */
                            type: "policy";
                            check: string;
                            /** @default {} */
                            config?: {
                                [key: string]: unknown;
                            };
                            /** @default true */
                            eager?: boolean;
                            /** @default false */
                            optional?: boolean;
                            routes: {
                                passed?: string;
                                failed?: string;
                                skipped?: string;
                                error?: string;
                            };
                        } | {
                            id: string;
                            /** @constant */
                            type: "conditional";
                            conditions: {
                                field: string;
                                /** @enum {string} */
                                operator: ">=" | "<=" | ">" | "<" | "==" | "!=" | "in" | "not_in" | "contains" | "exists";
                                value?: string | number | boolean | (string | number)[];
                                to: string;
                            }[];
                            default?: string;
                        } | {
                            id: string;
                            /** @constant */
                            type: "wait";
                            next?: string;
                            on_fail?: string;
                            on_timeout?: string;
                            timeout?: number;
                        } | {
                            id: string;
                            /** @constant */
                            type: "terminal";
                            /** @enum {string} */
                            decision: "approved" | "rejected" | "needs_review";
                        })[];
                        /** @default {} */
                        data_requirements?: {
                            /**
                             * @default [
                             *       "passport",
                             *       "drivers_license",
                             *       "national_id",
                             *       "residence_permit"
                             *     ]
                             */
                            document_types?: ("passport" | "drivers_license" | "national_id" | "residence_permit")[];
                            document_types_by_country?: {
                                [key: string]: ("passport" | "drivers_license" | "national_id" | "residence_permit")[];
                            };
                            /** @default true */
                            selfie?: boolean;
                            /** @default false */
                            liveness?: boolean;
                            /** @default [] */
                            user_info?: {
                                field: string;
                                /**
                                 * @default collect
                                 * @enum {string}
                                 */
                                mode?: "collect" | "required";
                            }[];
                            /** @default false */
                            proof_of_address?: boolean;
                        };
                        dual_review?: boolean;
                        capture?: {
                            /** @enum {string} */
                            handoff?: "offer" | "force" | "off";
                            /** @enum {string} */
                            files?: "allowed" | "camera_only";
                        };
                    } | {
                        steps: {
                            /** @enum {string} */
                            policy: "document_quality" | "document_ocr" | "document_expiration" | "id_document_filter" | "document_forensics" | "face_match" | "liveness" | "age" | "identity_crossref" | "duplicate_detection" | "watchlist_screening" | "check_against_list" | "proof_of_address_check" | "risk_assessment";
                            /**
                             * @default reject
                             * @enum {string}
                             */
                            on_fail?: "reject" | "needs_review" | "continue";
                            /** @default {} */
                            config?: {
                                [key: string]: unknown;
                            };
                            /** @default false */
                            optional?: boolean;
                        }[];
                        /** @default {} */
                        data_requirements?: {
                            /**
                             * @default [
                             *       "passport",
                             *       "drivers_license",
                             *       "national_id",
                             *       "residence_permit"
                             *     ]
                             */
                            document_types?: ("passport" | "drivers_license" | "national_id" | "residence_permit")[];
                            document_types_by_country?: {
                                [key: string]: ("passport" | "drivers_license" | "national_id" | "residence_permit")[];
                            };
                            /** @default true */
                            selfie?: boolean;
                            /** @default false */
                            liveness?: boolean;
                            /** @default [] */
                            user_info?: {
                                field: string;
                                /**
                                 * @default collect
                                 * @enum {string}
                                 */
                                mode?: "collect" | "required";
                            }[];
                            /** @default false */
                            proof_of_address?: boolean;
                        };
                        dual_review?: boolean;
                        capture?: {
                            /** @enum {string} */
                            handoff?: "offer" | "force" | "off";
                            /** @enum {string} */
                            files?: "allowed" | "camera_only";
                        };
                    };
                    rollout_percentage?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenWorkflow"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_workflows_id_versions: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                after?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["WorkflowVersion"][];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                        };
                    } | {
                        data: components["schemas"]["WorkflowVersion"][];
                        pagination: {
                            limit: number;
                            next: string | null;
                        };
                    };
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_workflows_id_versions_version: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowVersion"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_workflows_id_set_default: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowSummary"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_workflows_id_deactivate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowSummary"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_workflows_id_trigger: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    session_id: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Triggered"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_verification_policies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["VerificationPolicy"][];
                    };
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_workflows_id_dry_run: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "last": 100
                 *     }
                 */
                "application/json": {
                    session_id: string;
                    definition?: {
                        [key: string]: unknown;
                    };
                    /** @default false */
                    refresh?: boolean;
                } | {
                    last: number;
                    definition?: {
                        [key: string]: unknown;
                    };
                    /** @default false */
                    refresh?: boolean;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRun"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_identities: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                after?: string;
                status?: "unverified" | "approved" | "rejected";
                external_ref?: string;
                tag?: string;
                q?: string;
                archived?: "true" | "false";
                /** @description The same as `external_ref`. */
                reference_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Identity"][];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                        };
                    } | {
                        data: components["schemas"]["Identity"][];
                        pagination: {
                            limit: number;
                            next: string | null;
                        };
                    };
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_identities: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "external_ref": "customer-1",
                 *       "tags": [
                 *         "vip"
                 *       ]
                 *     }
                 */
                "application/json": {
                    external_ref?: string;
                    tags?: string[];
                    metadata?: {
                        [key: string]: unknown;
                    };
                    /** @default false */
                    upsert?: boolean;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Identity"];
                };
            };
            /** @description Done. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Identity"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_identities_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Identity"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    patch_identities_id: {
        parameters: {
            query?: never;
            header?: never;
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
            /** @description Done. */
            200: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Identity"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_identities_id_sessions: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                after?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Session"][];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                        };
                    } | {
                        data: components["schemas"]["Session"][];
                        pagination: {
                            limit: number;
                            next: string | null;
                        };
                    };
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_identities_id_tags_add: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    tag: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityTags"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_identities_id_tags_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    tag: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityTags"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    put_identities_id_tags: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    tags: string[];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityTags"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_identities_id_archive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Identity"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_identities_id_restore: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Identity"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    delete_identities_id_data: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityRedaction"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_identities_id_export: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityRecord"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_identities_id_merge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    source: string;
                    /** @default false */
                    preview?: boolean;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityMerge"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_events: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                offset?: number;
                resource_type?: "session" | "workflow" | "identity" | "document" | "case" | "api_key" | "user" | "webhook_endpoint" | "webhook_delivery" | "list" | "list_item" | "organization";
                resource_id?: string;
                action?: string;
                actor?: string;
                since?: string;
                until?: string;
                created_after?: string;
                created_before?: string;
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["AuditEvent"][];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                        };
                    } | {
                        data: components["schemas"]["AuditEvent"][];
                        pagination: {
                            limit: number;
                            next: string | null;
                        };
                    };
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_events_verify: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditChain"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_watchlists: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Watchlist"][];
                    };
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_api_keys: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ApiKey"][];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                        };
                    } | {
                        data: components["schemas"]["ApiKey"][];
                        pagination: {
                            limit: number;
                            next: string | null;
                        };
                    };
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_api_keys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "label": "Shop, production",
                 *       "scopes": [
                 *         "sessions:read",
                 *         "sessions:create"
                 *       ]
                 *     }
                 */
                "application/json": {
                    label: string;
                    /** @enum {string} */
                    environment?: "live" | "sandbox";
                    is_sandbox?: boolean;
                    scopes?: ("sessions:read" | "sessions:create" | "sessions:write" | "documents:read" | "documents:write" | "verifications:read" | "workflows:read" | "workflows:write" | "cases:read" | "cases:decide" | "identities:read" | "identities:write" | "webhooks:read" | "webhooks:write" | "redact:write" | "pii:export" | "audit:read" | "keys:write" | "organization:write" | "users:write")[];
                    /** @default null */
                    ip_allow_list?: string[] | null;
                    expires_at?: string | null;
                    /** @default null */
                    api_version?: "2026-01-01" | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyWithSecret"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_api_keys_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    patch_api_keys_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    label?: string;
                    scopes?: ("sessions:read" | "sessions:create" | "sessions:write" | "documents:read" | "documents:write" | "verifications:read" | "workflows:read" | "workflows:write" | "cases:read" | "cases:decide" | "identities:read" | "identities:write" | "webhooks:read" | "webhooks:write" | "redact:write" | "pii:export" | "audit:read" | "keys:write" | "organization:write" | "users:write")[];
                    ip_allow_list?: string[] | null;
                    expires_at?: string | null;
                    api_version?: "2026-01-01" | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_api_keys_id_expire: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_api_keys_id_clone: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyWithSecret"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_organization: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    patch_organization: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "settings": {
                 *         "api_pii_fields": [
                 *           "first_name",
                 *           "last_name"
                 *         ],
                 *         "dual_review": true
                 *       }
                 *     }
                 */
                "application/json": {
                    name?: string;
                    settings?: {
                        api_pii_fields?: ("first_name" | "last_name" | "date_of_birth" | "address" | "document_number" | "nationality" | "gender" | "ssn" | "document_type" | "document_expiration_date" | "document_issuing_state")[] | null;
                        webhook_pii_fields?: ("first_name" | "last_name" | "date_of_birth" | "address" | "document_number" | "nationality" | "gender" | "ssn" | "document_type" | "document_expiration_date" | "document_issuing_state")[] | null;
                        allowed_origins?: string[] | null;
                        image_url_expiry_seconds?: number | null;
                        token_minutes?: number | null;
                        time_zone?: string | null;
                        sensitive_data_retention_days?: number | null;
                        data_retention_days?: number | null;
                        dual_review?: boolean | null;
                        hide_first_opinion?: boolean | null;
                        escalate_disagreement?: boolean | null;
                        screening_without_lists?: ("review" | "pass") | null;
                        consent_versions?: string[] | null;
                        reject_reasons?: string[] | null;
                        handoff?: ("offer" | "force" | "off") | null;
                        show_result?: boolean | null;
                        allow_extend?: boolean | null;
                        signal_actions?: {
                            [key: string]: "ignore" | "flag" | "block";
                        } | null;
                        branding?: {
                            display_name?: string | null;
                            brand_color?: string | null;
                            radius?: number | null;
                            support_url?: string | null;
                            privacy_url?: string | null;
                            texts?: {
                                [key: string]: {
                                    [key: string]: string;
                                };
                            } | null;
                        } | null;
                    };
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    put_organization_logo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    delete_organization_logo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_console_login: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "next": "totp"
                     *     }
                     */
                    "application/json": components["schemas"]["SignInStep"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_console_totp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    code: string;
                } | {
                    recovery_code: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "next": "done"
                     *     }
                     */
                    "application/json": components["schemas"]["SignInStep"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_console_enrol_totp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    code?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TotpEnrolment"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_console_set_up: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "next": "enrol_totp"
                     *     }
                     */
                    "application/json": components["schemas"]["SignInStep"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_console_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    current_password: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_console_reauthenticate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reauthenticated"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_console_environment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    environment: "live" | "sandbox";
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "environment": "sandbox"
                     *     }
                     */
                    "application/json": components["schemas"]["ConsoleEnvironment"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_console_logout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "logout_url": null
                     *     }
                     */
                    "application/json": components["schemas"]["SignedOut"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_console_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsoleMe"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_console_options: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "password": true,
                     *       "oidc": false
                     *     }
                     */
                    "application/json": components["schemas"]["SignInOptions"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_console_oidc_start: {
        parameters: {
            query?: {
                reauthenticate?: "0" | "1";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to say. */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_console_oidc_callback: {
        parameters: {
            query?: {
                code?: string;
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to say. */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_users: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["User"][];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                        };
                    } | {
                        data: components["schemas"]["User"][];
                        pagination: {
                            limit: number;
                            next: string | null;
                        };
                    };
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_users: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "rita@example.org",
                 *       "name": "Rita R.",
                 *       "role": "reviewer"
                 *     }
                 */
                "application/json": {
                    email: string;
                    name: string;
                    /** @enum {string} */
                    role: "reviewer" | "senior" | "admin" | "auditor";
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserWithSetupLink"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_users_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    patch_users_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "role": "senior"
                 *     }
                 */
                "application/json": {
                    name?: string;
                    /** @enum {string} */
                    role?: "reviewer" | "senior" | "admin" | "auditor";
                    active?: boolean;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_users_id_reset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @default true */
                    totp?: boolean;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserWithSetupLink"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_users_id_sessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserSignIns"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    delete_users_id_sessions_sessionId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_rate_limits: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RateLimits"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_lists: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["List"][];
                        pagination: {
                            total: number;
                            limit: number;
                            offset: number;
                        };
                    } | {
                        data: components["schemas"]["List"][];
                        pagination: {
                            limit: number;
                            next: string | null;
                        };
                    };
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_lists: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Known fraudsters",
                 *       "action": "block"
                 *     }
                 */
                "application/json": {
                    name: string;
                    /** @enum {string} */
                    action: "block" | "flag" | "allow";
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_lists_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountedList"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    delete_lists_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    patch_lists_id: {
        parameters: {
            query?: never;
            header?: never;
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
            /** @description Done. */
            200: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_lists_id_items: {
        parameters: {
            query?: {
                limit?: number;
                after?: string | "";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ListItem"][];
                        pagination: {
                            limit: number;
                            next: string | null;
                        };
                    };
                    "text/csv": unknown;
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_lists_id_items: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    items: {
                        /** @enum {string} */
                        kind: "name" | "name_dob" | "document_number" | "email" | "email_domain" | "phone" | "ip" | "device" | "country" | "face";
                        value?: string;
                        values?: string[];
                    }[];
                };
                "text/csv": string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddedItems"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    delete_lists_id_items_itemId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                itemId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    post_sessions_id_stream_token: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StreamToken"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            408: components["responses"]["Error408"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_sessions_id_stream: {
        parameters: {
            query: {
                token: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": unknown;
                };
            };
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Error400"];
            404: components["responses"]["Error404"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Service"];
                    "text/html": unknown;
                };
            };
            /** @description Done; there is nothing to say. */
            302: {
                headers: {
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Error400"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_verify_token: {
        parameters: {
            query?: {
                lang?: string;
            };
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaptureState"];
                    "text/html": unknown;
                };
            };
            /**
             * @description `bad_request`: The request could not be understood.
             *
             *     `malformed_json`: The body is not valid JSON.
             *
             *     `unsupported_version`: This API version is unknown or retired.
             *
             *     `two_callers`: Send an API key or the cookie of the console, not both.
             */
            400: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "bad_request",
                     *       "detail": "The request could not be understood.",
                     *       "status_code": 400,
                     *       "request_id": "00000000-0000-4000-8000-000000000000"
                     *     }
                     */
                    "application/json": components["schemas"]["Error"];
                    "text/html": unknown;
                };
            };
            /**
             * @description `unauthorized`: A valid API key is required.
             *
             *     `key_expired`: This API key has expired.
             *
             *     `signed_out`: The sign-in is over, or was ended. Sign in again.
             *
             *     `second_factor_required`: The sign-in is not complete: a second factor is still to be shown.
             *
             *     `sign_in_refused`: E-mail address and password do not belong together.
             */
            401: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "unauthorized",
                     *       "detail": "A valid API key is required.",
                     *       "status_code": 401,
                     *       "request_id": "00000000-0000-4000-8000-000000000000"
                     *     }
                     */
                    "application/json": components["schemas"]["Error"];
                    "text/html": unknown;
                };
            };
            /**
             * @description `code_refused`: The code is wrong, has run out or was used before.
             *
             *     `cross_site_request`: Only the console's own pages may call by its cookie.
             *
             *     `role_required`: The role of the reviewer does not allow this.
             *
             *     `reauthentication_required`: A second factor has to be shown again for this.
             *
             *     `not_yourself`: Whoever signed in acts as themselves: reviewer_id is another user.
             *
             *     `missing_scope`: The caller lacks the scope for this call.
             *
             *     `ip_not_allowed`: This API key may not be used from this address.
             *
             *     `key_beyond_own`: The caller may not change or end what has more rights than it has.
             *
             *     `origin_not_allowed`: Pages of this origin may not call this.
             *
             *     `sandbox_only`: Only a sandbox key may do this.
             *
             *     `live_only`: Only a live key may do this.
             *
             *     `signature_invalid`: The link is not valid.
             *
             *     `message_unsigned`: The service has not signed this message; operators may send what the signals carry.
             */
            403: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "code_refused",
                     *       "detail": "The code is wrong, has run out or was used before.",
                     *       "status_code": 403,
                     *       "request_id": "00000000-0000-4000-8000-000000000000"
                     *     }
                     */
                    "application/json": components["schemas"]["Error"];
                    "text/html": unknown;
                };
            };
            /** @description `not_found`: There is no such resource. */
            404: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "not_found",
                     *       "detail": "There is no such resource.",
                     *       "status_code": 404,
                     *       "request_id": "00000000-0000-4000-8000-000000000000"
                     *     }
                     */
                    "application/json": components["schemas"]["Error"];
                    "text/html": unknown;
                };
            };
            /**
             * @description `invalid_state`: The session is not in a state that allows this.
             *
             *     `session_redacted`: The session has been redacted.
             *
             *     `sensitive_data_expired`: The session's personal data has passed its retention.
             *
             *     `legal_hold`: A legal hold is on the session.
             *
             *     `stale_decision`: The decision is for something already past.
             *
             *     `link_in_use`: The link is in use on another device.
             *
             *     `consent_required`: Consent has to be given first.
             *
             *     `consent_withdrawn`: Consent was withdrawn; it has to be given anew over the link.
             *
             *     `not_offered`: The organisation does not offer this.
             *
             *     `case_closed`: The case is closed.
             *
             *     `case_claimed`: The case is claimed by someone else.
             *
             *     `nonce_used`: Frames were already accepted for this nonce.
             *
             *     `nonce_expired`: The nonce has run out, or a newer one took its place.
             *
             *     `case_escalated`: The reviewer who escalated a case cannot decide it.
             *
             *     `same_reviewer`: The second reviewer has to be another person than the first.
             *
             *     `reviewer_required`: Under dual review the call has to name who decides: reviewer_id.
             *
             *     `user_exists`: A user with this e-mail address already exists.
             *
             *     `last_admin`: Somebody has to be left who can let people in: this is the last admin.
             *
             *     `identity_exists`: An identity with this external_ref already exists.
             *
             *     `identity_redacted`: The identity has been redacted.
             *
             *     `identity_merged`: The identity was merged into another one.
             *
             *     `list_exists`: A list has this name already.
             *
             *     `list_of_review`: The list of reviewers cannot be changed or deleted; its items can be.
             *
             *     `workflow_is_default`: The default workflow cannot be deactivated.
             *
             *     `workflow_inactive`: The workflow is not active.
             *
             *     `endpoint_limit`: The environment has as many webhook endpoints as it may have.
             *
             *     `resend_limit`: The invitation was sent again as often as it may be.
             *
             *     `endpoint_disabled`: The endpoint is disabled.
             *
             *     `delivery_pending`: The delivery is still being tried.
             *
             *     `idempotency_in_progress`: The first request with this Idempotency-Key is still running.
             *
             *     `message_stale`: The message was signed for an earlier state of the session.
             */
            409: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "invalid_state",
                     *       "detail": "The session is not in a state that allows this.",
                     *       "status_code": 409,
                     *       "request_id": "00000000-0000-4000-8000-000000000000"
                     *     }
                     */
                    "application/json": components["schemas"]["Error"];
                    "text/html": unknown;
                };
            };
            /**
             * @description `token_unavailable`: The link is unknown, used or has run out.
             *
             *     `document_gone`: The document is no longer available.
             *
             *     `key_destroyed`: The data key of this session was destroyed.
             */
            410: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "token_unavailable",
                     *       "detail": "The link is unknown, used or has run out.",
                     *       "status_code": 410,
                     *       "request_id": "00000000-0000-4000-8000-000000000000"
                     *     }
                     */
                    "application/json": components["schemas"]["Error"];
                    "text/html": unknown;
                };
            };
            /**
             * @description `validation_failed`: Some fields are not valid.
             *
             *     `missing_pieces`: Something required is still missing.
             *
             *     `nonce_unknown`: The nonce was not given out for this capture.
             *
             *     `invalid_image`: The picture cannot be decoded.
             *
             *     `image_too_large`: The picture has more than 64 megapixels.
             *
             *     `image_too_small`: The picture is too small.
             *
             *     `face_count`: The picture has to show exactly one face.
             *
             *     `invalid_definition`: The workflow definition is not valid.
             *
             *     `idempotency_mismatch`: This Idempotency-Key was used with other parameters.
             */
            422: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "validation_failed",
                     *       "detail": "Some fields are not valid.",
                     *       "status_code": 422,
                     *       "request_id": "00000000-0000-4000-8000-000000000000",
                     *       "errors": []
                     *     }
                     */
                    "application/json": components["schemas"]["Error"];
                    "text/html": unknown;
                };
            };
            /**
             * @description `too_many_attempts`: Too many attempts for this session.
             *
             *     `rate_limited`: Too many requests.
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "too_many_attempts",
                     *       "detail": "Too many attempts for this session.",
                     *       "status_code": 429,
                     *       "request_id": "00000000-0000-4000-8000-000000000000"
                     *     }
                     */
                    "application/json": components["schemas"]["Error"];
                    "text/html": unknown;
                };
            };
            /**
             * @description `internal_error`: Something went wrong on our side.
             *
             *     `transition_conflict`: Another content is recorded for this sequence number.
             *
             *     `attempt_stale`: The attempt this answer belongs to is over.
             *
             *     `ciphertext_invalid`: A stored ciphertext does not verify.
             *
             *     `engine_failed`: A check engine failed.
             *
             *     `artifact_unavailable`: A needed tool or model cannot be had on this machine.
             *
             *     `watchlist_invalid`: A watchlist file is not what its publisher publishes.
             *
             *     `watchlist_unavailable`: A watchlist file cannot be fetched.
             *
             *     `config_invalid`: The configuration is not valid.
             */
            500: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "internal_error",
                     *       "detail": "Something went wrong on our side.",
                     *       "status_code": 500,
                     *       "request_id": "00000000-0000-4000-8000-000000000000"
                     *     }
                     */
                    "application/json": components["schemas"]["Error"];
                    "text/html": unknown;
                };
            };
            /**
             * @description `mail_unavailable`: The mail server is away, or none is configured.
             *
             *     `temporarily_unavailable`: A part of the service is down; try again shortly.
             *
             *     `erasures_unapplied`: The records come from a backup, and erasures since then are still to be repeated.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "mail_unavailable",
                     *       "detail": "The mail server is away, or none is configured.",
                     *       "status_code": 503,
                     *       "request_id": "00000000-0000-4000-8000-000000000000"
                     *     }
                     */
                    "application/json": components["schemas"]["Error"];
                    "text/html": unknown;
                };
            };
        };
    };
    get_assets_name: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/javascript": unknown;
                    "text/css": unknown;
                    "application/json": unknown;
                    "image/svg+xml": unknown;
                    "application/octet-stream": unknown;
                };
            };
            400: components["responses"]["Error400"];
            404: components["responses"]["Error404"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_verify_token_theme_css: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/css": unknown;
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_logos_name: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/png": unknown;
                };
            };
            400: components["responses"]["Error400"];
            404: components["responses"]["Error404"];
            409: components["responses"]["Error409"];
            410: components["responses"]["Error410"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_console: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": unknown;
                };
            };
            /**
             * @description `bad_request`: The request could not be understood.
             *
             *     `malformed_json`: The body is not valid JSON.
             *
             *     `unsupported_version`: This API version is unknown or retired.
             *
             *     `two_callers`: Send an API key or the cookie of the console, not both.
             */
            400: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "bad_request",
                     *       "detail": "The request could not be understood.",
                     *       "status_code": 400,
                     *       "request_id": "00000000-0000-4000-8000-000000000000"
                     *     }
                     */
                    "application/json": components["schemas"]["Error"];
                    "text/html": unknown;
                };
            };
            /**
             * @description `validation_failed`: Some fields are not valid.
             *
             *     `missing_pieces`: Something required is still missing.
             *
             *     `nonce_unknown`: The nonce was not given out for this capture.
             *
             *     `invalid_image`: The picture cannot be decoded.
             *
             *     `image_too_large`: The picture has more than 64 megapixels.
             *
             *     `image_too_small`: The picture is too small.
             *
             *     `face_count`: The picture has to show exactly one face.
             *
             *     `invalid_definition`: The workflow definition is not valid.
             *
             *     `idempotency_mismatch`: This Idempotency-Key was used with other parameters.
             */
            422: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "validation_failed",
                     *       "detail": "Some fields are not valid.",
                     *       "status_code": 422,
                     *       "request_id": "00000000-0000-4000-8000-000000000000",
                     *       "errors": []
                     *     }
                     */
                    "application/json": components["schemas"]["Error"];
                    "text/html": unknown;
                };
            };
            /**
             * @description `too_many_attempts`: Too many attempts for this session.
             *
             *     `rate_limited`: Too many requests.
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "too_many_attempts",
                     *       "detail": "Too many attempts for this session.",
                     *       "status_code": 429,
                     *       "request_id": "00000000-0000-4000-8000-000000000000"
                     *     }
                     */
                    "application/json": components["schemas"]["Error"];
                    "text/html": unknown;
                };
            };
            /**
             * @description `internal_error`: Something went wrong on our side.
             *
             *     `transition_conflict`: Another content is recorded for this sequence number.
             *
             *     `attempt_stale`: The attempt this answer belongs to is over.
             *
             *     `ciphertext_invalid`: A stored ciphertext does not verify.
             *
             *     `engine_failed`: A check engine failed.
             *
             *     `artifact_unavailable`: A needed tool or model cannot be had on this machine.
             *
             *     `watchlist_invalid`: A watchlist file is not what its publisher publishes.
             *
             *     `watchlist_unavailable`: A watchlist file cannot be fetched.
             *
             *     `config_invalid`: The configuration is not valid.
             */
            500: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "internal_error",
                     *       "detail": "Something went wrong on our side.",
                     *       "status_code": 500,
                     *       "request_id": "00000000-0000-4000-8000-000000000000"
                     *     }
                     */
                    "application/json": components["schemas"]["Error"];
                    "text/html": unknown;
                };
            };
            /**
             * @description `mail_unavailable`: The mail server is away, or none is configured.
             *
             *     `temporarily_unavailable`: A part of the service is down; try again shortly.
             *
             *     `erasures_unapplied`: The records come from a backup, and erasures since then are still to be repeated.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "mail_unavailable",
                     *       "detail": "The mail server is away, or none is configured.",
                     *       "status_code": 503,
                     *       "request_id": "00000000-0000-4000-8000-000000000000"
                     *     }
                     */
                    "application/json": components["schemas"]["Error"];
                    "text/html": unknown;
                };
            };
        };
    };
    get_console_path: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                path: string[];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": unknown;
                };
            };
            /**
             * @description `bad_request`: The request could not be understood.
             *
             *     `malformed_json`: The body is not valid JSON.
             *
             *     `unsupported_version`: This API version is unknown or retired.
             *
             *     `two_callers`: Send an API key or the cookie of the console, not both.
             */
            400: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "bad_request",
                     *       "detail": "The request could not be understood.",
                     *       "status_code": 400,
                     *       "request_id": "00000000-0000-4000-8000-000000000000"
                     *     }
                     */
                    "application/json": components["schemas"]["Error"];
                    "text/html": unknown;
                };
            };
            /**
             * @description `validation_failed`: Some fields are not valid.
             *
             *     `missing_pieces`: Something required is still missing.
             *
             *     `nonce_unknown`: The nonce was not given out for this capture.
             *
             *     `invalid_image`: The picture cannot be decoded.
             *
             *     `image_too_large`: The picture has more than 64 megapixels.
             *
             *     `image_too_small`: The picture is too small.
             *
             *     `face_count`: The picture has to show exactly one face.
             *
             *     `invalid_definition`: The workflow definition is not valid.
             *
             *     `idempotency_mismatch`: This Idempotency-Key was used with other parameters.
             */
            422: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "validation_failed",
                     *       "detail": "Some fields are not valid.",
                     *       "status_code": 422,
                     *       "request_id": "00000000-0000-4000-8000-000000000000",
                     *       "errors": []
                     *     }
                     */
                    "application/json": components["schemas"]["Error"];
                    "text/html": unknown;
                };
            };
            /**
             * @description `too_many_attempts`: Too many attempts for this session.
             *
             *     `rate_limited`: Too many requests.
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "too_many_attempts",
                     *       "detail": "Too many attempts for this session.",
                     *       "status_code": 429,
                     *       "request_id": "00000000-0000-4000-8000-000000000000"
                     *     }
                     */
                    "application/json": components["schemas"]["Error"];
                    "text/html": unknown;
                };
            };
            /**
             * @description `internal_error`: Something went wrong on our side.
             *
             *     `transition_conflict`: Another content is recorded for this sequence number.
             *
             *     `attempt_stale`: The attempt this answer belongs to is over.
             *
             *     `ciphertext_invalid`: A stored ciphertext does not verify.
             *
             *     `engine_failed`: A check engine failed.
             *
             *     `artifact_unavailable`: A needed tool or model cannot be had on this machine.
             *
             *     `watchlist_invalid`: A watchlist file is not what its publisher publishes.
             *
             *     `watchlist_unavailable`: A watchlist file cannot be fetched.
             *
             *     `config_invalid`: The configuration is not valid.
             */
            500: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "internal_error",
                     *       "detail": "Something went wrong on our side.",
                     *       "status_code": 500,
                     *       "request_id": "00000000-0000-4000-8000-000000000000"
                     *     }
                     */
                    "application/json": components["schemas"]["Error"];
                    "text/html": unknown;
                };
            };
            /**
             * @description `mail_unavailable`: The mail server is away, or none is configured.
             *
             *     `temporarily_unavailable`: A part of the service is down; try again shortly.
             *
             *     `erasures_unapplied`: The records come from a backup, and erasures since then are still to be repeated.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "Verifa-Ignored-Fields": components["headers"]["IgnoredFields"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "mail_unavailable",
                     *       "detail": "The mail server is away, or none is configured.",
                     *       "status_code": 503,
                     *       "request_id": "00000000-0000-4000-8000-000000000000"
                     *     }
                     */
                    "application/json": components["schemas"]["Error"];
                    "text/html": unknown;
                };
            };
        };
    };
    get_embed_verifa_js: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/javascript": unknown;
                };
            };
            400: components["responses"]["Error400"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_embed_verifa_mjs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/javascript": unknown;
                };
            };
            400: components["responses"]["Error400"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_openapi_json: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            400: components["responses"]["Error400"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    get_docs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": unknown;
                };
            };
            400: components["responses"]["Error400"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
        };
    };
    webhook_session_created: {
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
    webhook_session_link_generated: {
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
    webhook_session_started: {
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
    webhook_session_awaiting_external: {
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
    webhook_session_requires_review: {
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
    webhook_session_approved: {
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
    webhook_session_declined: {
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
    webhook_session_expired: {
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
    webhook_session_failed: {
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
    webhook_session_resubmission_required: {
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
    webhook_session_redacted: {
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
    webhook_session_retention_expired: {
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
    webhook_check_completed: {
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
    webhook_document_verified: {
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
    webhook_document_extracted: {
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
    webhook_case_created: {
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
    webhook_case_approved: {
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
    webhook_case_rejected: {
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
    webhook_case_escalated: {
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
    webhook_identity_created: {
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
    webhook_identity_updated: {
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
    webhook_identity_archived: {
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
    webhook_identity_restored: {
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
}
