/** Tests of this package. */
@NullMarked
package energy.ebbflow.ocpp.profile;

import org.jspecify.annotations.NullMarked;
