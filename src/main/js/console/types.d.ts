/** The console page's description of itself, in its element `#environment`. */
export interface Environment {
  serverBaseUrl: string;
  adminBaseUrl: string;
  realm: string;
  clientId: string;
  consoleBaseUrl: string;
}

export type Settings = Record<string, string>;

export interface Definition {
  key: string;
  type: string;
  default?: string;
  label: string;
  help: string;
  identifiers?: string[];
  options: string[];
}

export interface Finding {
  severity: "error" | "warning" | "info";
  code: string;
  setting?: string;
  client?: string;
  client_scope?: string;
  what: string;
  why: string;
  fix: string;
  doc: string;
}

export interface CheckAnswer {
  errors: number;
  findings: Finding[];
  accepted: Finding[];
}

export interface ProfileAttribute {
  name: string;
  permissions?: { view?: string[]; edit?: string[] };
  [more: string]: unknown;
}

export interface UserProfile {
  attributes?: ProfileAttribute[];
  unmanagedAttributePolicy?: string;
  [more: string]: unknown;
}

export interface ProtocolMapper {
  name: string;
  protocolMapper: string;
  config?: Record<string, string>;
}

export interface ClientScope {
  id: string;
  name: string;
  protocol?: string;
  protocolMappers?: ProtocolMapper[];
}

export interface Client {
  id: string;
  clientId: string;
  protocol?: string;
  bearerOnly?: boolean;
  defaultClientScopes?: string[];
  optionalClientScopes?: string[];
  protocolMappers?: ProtocolMapper[];
  access?: { manage?: boolean };
}

export interface Component {
  id: string;
  name: string;
  providerId: string;
  config: Record<string, string[]>;
  [more: string]: unknown;
}

export interface Realm {
  accountTheme?: string;
  loginTheme?: string;
  browserSecurityHeaders?: Record<string, string>;
}

export interface Identity {
  identifier: string;
  value: string;
  metadata?: Record<string, string>;
}

export interface PreviewAnswer {
  user_id: string;
  client_id?: string;
  would_be_signed: boolean;
  refused: { reason: string; description: string }[];
  payload?: { identities: Identity[] };
  verified_user?: Record<string, string>;
  full_privacy_enabled?: boolean;
  user_data?: Record<string, unknown>;
  sources: Record<string, { source: string; said_by: string }>;
  left_out: { identifier: string; metadata?: string; source: string; reason: string; description: string }[];
  user_data_left_out: string[];
}
