/** Work that takes long and is done beside the link: files that come and go, firmware. */
@NullMarked
package energy.ebbflow.ocpp.errand;

import org.jspecify.annotations.NullMarked;
