/** D1: what spans or outlives conversations. Migrations are generated from these files (`npm run db:generate`). */
export * from './schema/accounts';
export * from './schema/api-keys';
export * from './schema/audit';
export * from './schema/customers';
export * from './schema/files';
export * from './schema/history';
export * from './schema/hooks';
export * from './schema/knowledge';
export * from './schema/privacy';
export * from './schema/responders';
export * from './schema/saved-replies';
export * from './schema/stores';
