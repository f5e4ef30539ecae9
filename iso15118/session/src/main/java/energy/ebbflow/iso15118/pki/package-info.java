/**
 * Keys and certificates: where they come from ({@link energy.ebbflow.iso15118.pki.Credentials}),
 * what has to be true of them, OCSP, keys in tokens, and a generator of a development PKI for the
 * bench. The chains of ISO 15118-2 (secp256r1) and ISO 15118-20 (secp521r1, Ed448) are separate.
 */
@NullMarked
package energy.ebbflow.iso15118.pki;

import org.jspecify.annotations.NullMarked;
