package energy.ebbflow.ocpp.upkeep;

import energy.ebbflow.ocpp.errand.ErrandEnd;
import energy.ebbflow.ocpp.link.Moment;
import java.util.OptionalLong;

/** Something the station does over time. Confined to the link's thread; nothing here blocks. */
public interface Service {
  /** Time has passed, or something was asked of this service. */
  void tick(Moment now);

  /** When {@link #tick} is wanted next, in nanoseconds of the link's clock. */
  OptionalLong dueNanos(Moment now);

  /** The back office accepts the station from now on. */
  default void accepted(Moment now) {}

  /** The back office answered. */
  default void heard(Notice notice, NoticeAnswer answer, Moment now) {}

  /** The back office refused to answer, or did not answer, or the dialect cannot say it. */
  default void unheard(Notice notice, Moment now) {}

  /** An errand ended. */
  default void ended(ErrandEnd end, Moment now) {}
}
