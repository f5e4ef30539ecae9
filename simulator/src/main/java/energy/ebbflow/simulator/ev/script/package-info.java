/** What a vehicle and its user do in the course of a visit, step by step. Pure. */
@NullMarked
package energy.ebbflow.simulator.ev.script;

import org.jspecify.annotations.NullMarked;
