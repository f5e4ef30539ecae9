/** DIN SPEC 70121: CertificateInstallation and CertificateUpdate. */
@NullMarked
package energy.ebbflow.iso15118.message.din.certificate;

import org.jspecify.annotations.NullMarked;
