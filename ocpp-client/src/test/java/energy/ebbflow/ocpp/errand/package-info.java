/** Tests of files that come and go. */
@NullMarked
package energy.ebbflow.ocpp.errand;

import org.jspecify.annotations.NullMarked;
