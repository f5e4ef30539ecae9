/** Tests of this package. */
@NullMarked
package energy.ebbflow.ocpp.outbox;

import org.jspecify.annotations.NullMarked;
