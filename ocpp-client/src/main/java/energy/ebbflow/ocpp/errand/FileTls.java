package energy.ebbflow.ocpp.errand;

import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;

/** Whom an errand trusts that begins now. Thread-safe. */
@FunctionalInterface
public interface FileTls {
  SSLContext context() throws GeneralSecurityException;
}
