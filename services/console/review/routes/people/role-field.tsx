import { SelectField } from '../../parts/select-field';
import { useText } from '../../parts/words';
import { roles, type Role } from '../../session/role';

interface RoleFieldProps {
  readonly value: Role;
  readonly onChange: (role: Role) => void;
}

/** Each role with what it may do. */
export function RoleField({ value, onChange }: RoleFieldProps) {
  const t = useText();
  return (
    <SelectField
      label={t('people.role')}
      name="role"
      value={value}
      options={roles.map((role) => ({
        value: role,
        label: t(`role.${role}`),
        hint: t(`people.role.${role}`),
      }))}
      onChange={onChange}
    />
  );
}
