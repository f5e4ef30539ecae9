/** Network connection profiles, OCPP 2.0.1 and 2.1 (B09, B10). */
@NullMarked
package energy.ebbflow.ocpp.v2.network;

import org.jspecify.annotations.NullMarked;
