/**
 * What conversations of all protocols have in common: a request at a time, patience, faults on
 * order, and the user's wish to stop. Pure.
 */
@NullMarked
package energy.ebbflow.simulator.ev.talk;

import org.jspecify.annotations.NullMarked;
