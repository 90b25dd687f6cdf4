import { describeMainJob } from './main-job.js';
import { startDistributedStack } from './stack/distributed-stack.js';

describeMainJob('every service a process of its own', startDistributedStack);
