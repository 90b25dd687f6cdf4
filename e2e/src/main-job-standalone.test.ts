import { describeMainJob } from './main-job.js';
import { startStandaloneStack } from './stack/standalone-stack.js';

describeMainJob('standalone', startStandaloneStack);
