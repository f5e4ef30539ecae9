/** Tests of this package. */
@NullMarked
package energy.ebbflow.ocpp.link;

import org.jspecify.annotations.NullMarked;
