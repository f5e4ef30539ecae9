/** Test cases of the OCA's certification (OCPP 2.0.1 part 6), step by step, in virtual time. */
@NullMarked
package energy.ebbflow.ocpp.link.oca;

import org.jspecify.annotations.NullMarked;
