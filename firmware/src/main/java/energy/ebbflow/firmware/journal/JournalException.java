package energy.ebbflow.firmware.journal;

import org.jspecify.annotations.Nullable;

/** The journal cannot be opened or written; the message says where, why and what happens now. */
public final class JournalException extends Exception {
  private static final long serialVersionUID = 1L;

  public JournalException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
