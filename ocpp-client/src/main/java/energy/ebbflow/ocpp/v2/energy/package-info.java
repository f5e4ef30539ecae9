/** Messages by which energy is steered beside charging profiles (blocks K and Q). */
@NullMarked
package energy.ebbflow.ocpp.v2.energy;

import org.jspecify.annotations.NullMarked;
