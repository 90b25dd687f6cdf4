import type { Execution } from './execution.js';
import { executeBatchFetch, executeFetch } from './fetch.js';
import type { PlanNode } from './plan.js';
import { collectTargets, type Target } from './representations.js';

/** Runs a plan, or the part of one that follows an event. Never rejects; what it gathers is in `execution`. */
export async function executePlan<Context>(execution: Execution<Context>, node: PlanNode): Promise<void> {
  await executeNode(execution, node, [{ object: execution.data, path: undefined }]);
}

async function executeNode<Context>(execution: Execution<Context>, node: PlanNode, targets: readonly Target[]): Promise<void> {
  switch (node.kind) {
    case 'Fetch':
      return executeFetch(execution, node, targets);
    case 'BatchFetch':
      return executeBatchFetch(execution, node, targets);
    case 'Sequence':
      for (const step of node.nodes) await executeNode(execution, step, targets);
      return;
    case 'Parallel':
      await Promise.all(node.nodes.map((branch) => executeNode(execution, branch, targets)));
      return;
    case 'Flatten':
      return executeNode(execution, node.node, collectTargets(execution.supergraphSchema, targets, node.path));
  }
}
