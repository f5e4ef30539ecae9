package energy.ebbflow.firmware.cli;

import energy.ebbflow.firmware.config.StationConfig;
import energy.ebbflow.hal.Amps;
import energy.ebbflow.hal.BoardDriver;
import energy.ebbflow.hal.EvseConfig;
import energy.ebbflow.hal.EvseConfig.Cable;
import energy.ebbflow.hal.EvseConfig.Outlet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One screen about a board: outlets, ratings, which limit is the smallest and why, devices. Pure.
 */
final class BoardSummary {
  private static final double WATTS_PER_KILOWATT = 1000;

  /**
   * Something that bounds a current or a power.
   *
   * @param name what it is called in the file
   */
  private record Bound(String name, double value) {}

  private BoardSummary() {}

  /** Lines without indentation of the first. */
  static List<String> of(StationConfig config, Optional<BoardDriver> driver) {
    List<String> lines = new ArrayList<>();
    lines.add(config.board().name() + ", driver " + config.board().driver());
    for (EvseConfig evse : config.board().evses()) {
      lines.add("");
      lines.add("outlet " + evse.id() + "   " + evse.evseId() + ", " + kind(evse));
      switch (evse.outlet()) {
        case Outlet.Ac ac -> alternating(lines, evse, ac);
        case Outlet.Dc dc -> direct(lines, evse, dc);
      }
      lines.add(
          "  vehicle  "
              + (evse.connectorLock() && evse.cable() instanceof Cable.Socket
                  ? "plug is locked"
                  : "plug is not locked by the station")
              + (evse.ventilation()
                  ? ", place is ventilated (state D is served)"
                  : ", no ventilation (state D gets no energy)"));
      driver
          .map(found -> found.devices(config.board(), evse))
          .orElse(List.of())
          .forEach(device -> lines.add("  device   " + device));
    }
    return lines;
  }

  private static String kind(EvseConfig evse) {
    String plug = evse.connector().name().toLowerCase(Locale.ROOT);
    String cable =
        switch (evse.cable()) {
          case Cable.Socket() -> "socket";
          case Cable.Tethered(Amps rating) -> "cable of " + number(rating.value()) + " A";
        };
    String current = evse.outlet() instanceof Outlet.Ac ? "AC" : "DC";
    return current
        + " "
        + plug
        + ", "
        + cable
        + ", "
        + evse.phases()
        + " × "
        + number(evse.nominalVolts().value())
        + " V";
  }

  private static void alternating(List<String> lines, EvseConfig evse, Outlet.Ac ac) {
    double volts = evse.nominalVolts().value() * evse.phases();
    List<Bound> ratings = new ArrayList<>(List.of(new Bound("amps_max", ac.max().value())));
    ratings.addAll(parts(evse));
    ratings.add(new Bound("fuse_amps_max", evse.fuse().value()));
    lines.add(
        "  charge   "
            + number(ac.max().value())
            + " A per phase, "
            + kilowatts(ac.max().value() * volts)
            + "; "
            + why(ratings, "A"));
    if (evse.cable() instanceof Cable.Socket) {
      lines.add("           less with a user's cable of less (proximity pilot)");
    }
    if (ac.dischargeMax().value() > 0) {
      ratings.set(0, new Bound("discharge_amps_max", ac.dischargeMax().value()));
      lines.add(
          "  return   "
              + number(ac.dischargeMax().value())
              + " A per phase, "
              + kilowatts(ac.dischargeMax().value() * volts)
              + "; "
              + why(ratings, "A"));
    } else {
      lines.add("  return   nothing");
    }
    lines.add(
        "  phases   "
            + (ac.phaseSwitching() ? "one of three can be chosen" : "always " + evse.phases()));
  }

  private static void direct(List<String> lines, EvseConfig evse, Outlet.Dc dc) {
    lines.add(
        "  output   "
            + number(dc.minVolts().value())
            + " to "
            + number(dc.maxVolts().value())
            + " V");
    lines.add("  charge   " + limits(evse, "charge", dc.charge()));
    lines.add(
        "  return   "
            + dc.discharge().map(back -> limits(evse, "discharge", back)).orElse("nothing"));
  }

  private static String limits(EvseConfig evse, String direction, Outlet.Limits limits) {
    List<Bound> amps =
        new ArrayList<>(List.of(new Bound(direction + "_amps_max", limits.maxAmps().value())));
    amps.addAll(parts(evse));
    double grid = evse.phases() * evse.nominalVolts().value() * evse.fuse().value();
    List<Bound> watts =
        List.of(
            new Bound(direction + "_watts_max", limits.maxWatts().value()),
            new Bound("the fuse towards the grid", grid));
    double knee = limits.maxWatts().value() / limits.maxAmps().value();
    return number(limits.maxAmps().value())
        + " A ("
        + why(amps, "A")
        + ")\n           and "
        + kilowatts(limits.maxWatts().value())
        + " ("
        + why(watts, "W")
        + "); above "
        + number(Math.round(knee))
        + " V the power is the smaller limit";
  }

  /** The parts that the current flows through. */
  private static List<Bound> parts(EvseConfig evse) {
    List<Bound> parts = new ArrayList<>();
    parts.add(new Bound("contactor_amps_max", evse.contactor().value()));
    if (evse.cable() instanceof Cable.Tethered(Amps rating)) {
      parts.add(new Bound("cable_amps_max", rating.value()));
    }
    return parts;
  }

  /** The smallest bound, and what comes next. */
  private static String why(List<Bound> bounds, String unit) {
    List<Bound> sorted = bounds.stream().sorted(Comparator.comparingDouble(Bound::value)).toList();
    double least = sorted.getFirst().value();
    List<String> smallest =
        sorted.stream().filter(bound -> bound.value() == least).map(Bound::name).toList();
    String next =
        sorted.stream()
            .filter(bound -> bound.value() > least)
            .findFirst()
            .map(bound -> ", next " + bound.name() + " " + number(bound.value()) + " " + unit)
            .orElse("");
    return "smallest: " + String.join(" = ", smallest) + next;
  }

  private static String kilowatts(double watts) {
    return String.format(Locale.ROOT, "%.1f kW", watts / WATTS_PER_KILOWATT);
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
