export { aGrant } from './grant.builder.ts';
export { OrcidDouble, type ScriptedAnswer } from './orcid-double.ts';
export { SandboxProcess, US } from './sandbox-process.ts';
