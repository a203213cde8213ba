export { aConnection, anAppointment, anInstitution, aPerson } from './builders.ts';
export { createTestDatabase, type TestDatabase } from './test-database.ts';
export { aTokenKey, TestModule, type TestModuleOptions } from './test-module.ts';
