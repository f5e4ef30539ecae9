/** The firmware of one station: {@code Main} is the only place that wires. */
@NullMarked
package energy.ebbflow.firmware;

import org.jspecify.annotations.NullMarked;
