package energy.ebbflow.iso15118.transport.tls;

import io.netty.handler.codec.DecoderException;
import java.nio.channels.ClosedChannelException;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsFatalAlertReceived;

/** Says in a line why a connection failed. */
public final class TlsFailure {
  /** How deep a chain of causes is followed. */
  private static final int MAX_CAUSES = 8;

  private TlsFailure() {}

  /** The reason, in words for a log line. */
  public static String describe(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; depth < MAX_CAUSES; depth++) {
      switch (cause) {
        case TlsFatalAlertReceived received -> {
          return "the peer sent the alert "
              + AlertDescription.getName(received.getAlertDescription());
        }
        case TlsFatalAlert alert -> {
          return alert.getAlertDescription() == AlertDescription.certificate_required
              ? "expected a vehicle certificate, none came (certificate_required)"
              : AlertDescription.getName(alert.getAlertDescription()) + reason(alert);
        }
        case ClosedChannelException closed -> {
          return "the peer closed the connection";
        }
        default -> {
          if (cause.getCause() == null) {
            return text(cause);
          }
          cause = cause.getCause();
        }
      }
    }
    return text(cause);
  }

  /** The provider writes "name(number); detail". */
  private static String reason(TlsFatalAlert alert) {
    String prefix = AlertDescription.getText(alert.getAlertDescription()) + "; ";
    String message = String.valueOf(alert.getMessage());
    if (message.startsWith(prefix)) {
      return ": " + message.substring(prefix.length());
    }
    Throwable cause = alert.getCause();
    return cause == null || cause.getMessage() == null ? "" : ": " + cause.getMessage();
  }

  private static String text(Throwable cause) {
    String message = cause.getMessage();
    return message == null || cause instanceof DecoderException && message.isEmpty()
        ? cause.getClass().getSimpleName()
        : message;
  }
}
