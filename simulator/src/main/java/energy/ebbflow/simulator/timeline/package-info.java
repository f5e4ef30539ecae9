/**
 * A run for a reader at the terminal: lines, the progress of energy, the closing table. Pure text.
 */
@NullMarked
package energy.ebbflow.simulator.timeline;

import org.jspecify.annotations.NullMarked;
