/**
 * The SECC discovery protocol: a vehicle asks by multicast where the charger listens, and whether
 * with TLS (ISO 15118-2 7.10.1, ISO 15118-20 7.8.3.1). Messages only; sockets are in {@code
 * transport}.
 */
@NullMarked
package energy.ebbflow.iso15118.sdp;

import org.jspecify.annotations.NullMarked;
