package energy.ebbflow.simulator.bench;

import energy.ebbflow.simulator.scenario.Scenario;

/**
 * What is to be run.
 *
 * @param word the scenario as the user named it
 * @param speed virtual seconds in a real second
 */
record Plan(String word, Scenario scenario, double speed) {}
