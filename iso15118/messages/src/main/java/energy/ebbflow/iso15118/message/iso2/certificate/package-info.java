/** ISO 15118-2: CertificateInstallation and CertificateUpdate. */
@NullMarked
package energy.ebbflow.iso15118.message.iso2.certificate;

import org.jspecify.annotations.NullMarked;
