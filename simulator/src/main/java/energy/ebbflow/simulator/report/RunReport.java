package energy.ebbflow.simulator.report;

import energy.ebbflow.simulator.facts.RunFacts;
import energy.ebbflow.simulator.scenario.Scenario;
import energy.ebbflow.simulator.timeline.Verdict;
import energy.ebbflow.simulator.trace.Trace;
import java.time.Instant;

/**
 * A run that is over.
 *
 * @param epoch the instant at which virtual time was 0
 */
public record RunReport(
    Scenario scenario, Verdict verdict, RunFacts facts, Trace trace, Instant epoch) {}
