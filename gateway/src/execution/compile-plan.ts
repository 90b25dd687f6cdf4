import type { Execution } from './execution.js';
import { compileBatchFetch, compileFetch, type Step } from './fetch.js';
import type { PlanNode } from './plan.js';
import type { BatchFacts } from './representations.js';
import { compilePath } from './targets.js';

/** Runs a plan, or the part of one that follows an event. Never rejects; what it gathers is in `execution`. */
export type RunPlan = <Context>(execution: Execution<Context>) => Promise<void>;

/** Makes closures of a plan, once for all its runs. */
export function compilePlan(facts: BatchFacts, root: PlanNode): RunPlan {
  const run = compileNode(facts, root);
  return (execution) => run(execution, [{ object: execution.data, path: undefined }]);
}

function compileNode(facts: BatchFacts, node: PlanNode): Step {
  switch (node.kind) {
    case 'Fetch':
      return compileFetch(facts, node);
    case 'BatchFetch':
      return compileBatchFetch(facts, node);
    case 'Sequence': {
      const steps = node.nodes.map((step) => compileNode(facts, step));
      return async (execution, targets) => {
        for (const step of steps) await step(execution, targets);
      };
    }
    case 'Parallel': {
      const branches = node.nodes.map((branch) => compileNode(facts, branch));
      return async (execution, targets) => {
        await Promise.all(branches.map((branch) => branch(execution, targets)));
      };
    }
    case 'Flatten': {
      const collect = compilePath(facts.supergraphSchema, node.path);
      const step = compileNode(facts, node.node);
      return (execution, targets) => step(execution, collect(targets));
    }
  }
}
