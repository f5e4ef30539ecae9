package energy.ebbflow.iso15118.secc.iso20.state;

import energy.ebbflow.iso15118.secc.iso20.Iso20State;
import energy.ebbflow.iso15118.secc.iso20.Selection;

/** Which charge parameter discovery follows a choice. */
final class AwaitChargeParameters {
  private AwaitChargeParameters() {}

  static Iso20State of(Selection selection) {
    return selection.service().isDc() ? new AwaitDcParameters() : new AwaitAcParameters();
  }
}
