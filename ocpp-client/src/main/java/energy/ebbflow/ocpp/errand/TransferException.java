package energy.ebbflow.ocpp.errand;

import java.io.IOException;

/** A file could not be fetched or sent. The text is for people and holds no password. */
final class TransferException extends IOException {
  private static final long serialVersionUID = 1L;

  private final ErrandEnd.How how;

  TransferException(ErrandEnd.How how, String text) {
    super(text);
    this.how = how;
  }

  ErrandEnd.How how() {
    return how;
  }
}
