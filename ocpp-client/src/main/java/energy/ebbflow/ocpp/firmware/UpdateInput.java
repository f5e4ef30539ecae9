package energy.ebbflow.ocpp.firmware;

import energy.ebbflow.ocpp.errand.ErrandEnd;

/** What happens to an update. */
public sealed interface UpdateInput {
  /** The back office orders one; a running one is given up for it. */
  record Ordered(UpdateOrder order) implements UpdateInput {}

  /** Time has passed. */
  record Tick() implements UpdateInput {}

  /** The errand of this phase ended. */
  record Ended(ErrandEnd.How how, String text) implements UpdateInput {}

  /** The station has started. */
  record Started() implements UpdateInput {}

  /** The back office accepts the station. */
  record Accepted() implements UpdateInput {}
}
