/** Energy beside charging profiles in the words of 2.x. */
@NullMarked
package energy.ebbflow.ocpp.dialect.v2.energy;

import org.jspecify.annotations.NullMarked;
