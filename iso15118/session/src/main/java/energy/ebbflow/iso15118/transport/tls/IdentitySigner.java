package energy.ebbflow.iso15118.transport.tls;

import energy.ebbflow.iso15118.pki.Identity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.ProviderException;
import java.security.Signature;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.SignatureAlgorithm;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.crypto.TlsSigner;
import org.bouncycastle.tls.crypto.TlsStreamSigner;
import org.jspecify.annotations.Nullable;

/**
 * Signs a handshake with the key of an identity by the provider that has it, so that a key in a
 * token is used like one from a file. A token may take some tens of milliseconds.
 */
final class IdentitySigner implements TlsSigner {
  private final Identity identity;

  IdentitySigner(Identity identity) {
    this.identity = identity;
  }

  @Override
  public byte[] generateRawSignature(SignatureAndHashAlgorithm algorithm, byte[] hash)
      throws IOException {
    return sign("NONEwithECDSA", hash);
  }

  /** EdDSA signs the message, not its hash (RFC 8032). */
  @Override
  public @Nullable TlsStreamSigner getStreamSigner(SignatureAndHashAlgorithm algorithm) {
    if (algorithm.getSignature() != SignatureAlgorithm.ed448) {
      return null;
    }
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    return new TlsStreamSigner() {
      @Override
      public OutputStream getOutputStream() {
        return message;
      }

      @Override
      public byte[] getSignature() throws IOException {
        return sign("Ed448", message.toByteArray());
      }
    };
  }

  private byte[] sign(String algorithm, byte[] bytes) throws IOException {
    try {
      Signature signature = Signature.getInstance(algorithm, identity.provider());
      signature.initSign(identity.key());
      signature.update(bytes);
      return signature.sign();
    } catch (GeneralSecurityException | ProviderException failed) {
      throw new TlsFatalAlert(
          AlertDescription.internal_error,
          "the key of " + identity.name() + " cannot sign: " + failed.getMessage());
    }
  }
}
