/** The handshake that selects the protocol: supportedAppProtocolReq and supportedAppProtocolRes. */
@NullMarked
package energy.ebbflow.iso15118.message.app;

import org.jspecify.annotations.NullMarked;
