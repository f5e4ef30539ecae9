/** ISO 15118-20: CertificateInstallation, and certificate chains. */
@NullMarked
package energy.ebbflow.iso15118.message.iso20.certificate;

import org.jspecify.annotations.NullMarked;
