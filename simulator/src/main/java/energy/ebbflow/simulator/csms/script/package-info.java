/**
 * What the bench back office does of its own accord, and when: read from TOML, run step by step.
 */
@NullMarked
package energy.ebbflow.simulator.csms.script;

import org.jspecify.annotations.NullMarked;
