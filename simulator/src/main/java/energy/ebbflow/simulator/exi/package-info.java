/** The codec for people: {@code ./ebbflow exi decode}, {@code encode} and {@code trace}. */
@NullMarked
package energy.ebbflow.simulator.exi;

import org.jspecify.annotations.NullMarked;
