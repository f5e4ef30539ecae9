package energy.ebbflow.ocpp.certificate;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * What a connection to the back office is made with.
 *
 * @param roots whom the station believes
 * @param own what the station shows, of those that a back office signed
 */
public record Credentials(List<X509Certificate> roots, Optional<X509Certificate> own) {}
