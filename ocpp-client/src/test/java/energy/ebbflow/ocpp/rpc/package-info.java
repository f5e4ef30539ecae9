/** Tests of this package. */
@NullMarked
package energy.ebbflow.ocpp.rpc;

import org.jspecify.annotations.NullMarked;
