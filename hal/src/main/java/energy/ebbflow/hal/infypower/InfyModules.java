package energy.ebbflow.hal.infypower;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is known of all modules of a group. Belongs to one step of its group. */
final class InfyModules {
  private final List<InfyModule> modules;
  private OptionalDouble voltsMin = OptionalDouble.empty();
  private OptionalDouble voltsMax = OptionalDouble.empty();
  private OptionalDouble ampsMax = OptionalDouble.empty();
  private String aliveBefore = "";

  private InfyModules(List<InfyModule> modules) {
    this.modules = new ArrayList<>(modules);
  }

  InfyModules(InfyModules from) {
    this(from.modules);
    voltsMin = from.voltsMin;
    voltsMax = from.voltsMax;
    ampsMax = from.ampsMax;
    aliveBefore = from.aliveBefore;
  }

  /** Modules of which nothing is known; their silence counts after they may have booted. */
  static InfyModules unknown(int count, long now) {
    long heard = now + InfyGroup.BOOT_NANOS - InfyGroup.MODULE_SILENCE_NANOS;
    List<InfyModule> modules = new ArrayList<>();
    for (int address = 0; address < count; address++) {
      modules.add(InfyModule.unknown(address, heard));
    }
    return new InfyModules(modules);
  }

  void heard(int address, InfyStatus status, long now) {
    if (address < modules.size()) {
      modules.set(address, modules.get(address).heard(status, now));
    }
  }

  void heard(int address, boolean takes) {
    if (address < modules.size()) {
      modules.set(address, modules.get(address).heard(takes));
    }
  }

  void voltsMin(double volts) {
    voltsMin = OptionalDouble.of(volts);
  }

  void voltsMax(double volts) {
    voltsMax = OptionalDouble.of(volts);
  }

  void ampsMax(double amps) {
    ampsMax = OptionalDouble.of(amps);
  }

  /** Whether the modules have said what they can do. */
  boolean rated() {
    return voltsMin.isPresent() && voltsMax.isPresent() && ampsMax.isPresent();
  }

  double voltsMin() {
    return voltsMin.orElse(0);
  }

  double voltsMax() {
    return voltsMax.orElse(0);
  }

  /** Of one module. */
  double ampsMax() {
    return ampsMax.orElse(0);
  }

  private Stream<InfyModule> living(long now) {
    return modules.stream().filter(module -> alive(module, now));
  }

  private static boolean alive(InfyModule module, long now) {
    return now - module.heardNanos() < InfyGroup.MODULE_SILENCE_NANOS;
  }

  int alive(long now) {
    return (int) living(now).count();
  }

  /** The addresses of those that do not answer. */
  String silent(long now) {
    return modules.stream()
        .filter(module -> !alive(module, now))
        .map(module -> Integer.toString(module.address()))
        .collect(Collectors.joining(", "));
  }

  /** A line for the log when a module fell silent or came back. */
  Optional<String> changes(long now) {
    String silent = silent(now);
    if (silent.equals(aliveBefore)) {
      return Optional.empty();
    }
    aliveBefore = silent;
    return Optional.of(
        silent.isEmpty() ? "all power modules answer" : "power modules are silent: " + silent);
  }

  /** Whether most modules say that they take power from the vehicle. */
  boolean takes() {
    return modules.stream().filter(InfyModule::takes).count() * 2 > modules.size();
  }

  /** Whether every module that answers says that it has this direction. */
  boolean allTake(boolean fromVehicle, long now) {
    return alive(now) > 0 && living(now).allMatch(module -> module.takes() == fromVehicle);
  }

  boolean anyOff(long now) {
    return living(now).anyMatch(InfyModule::off);
  }

  boolean anyOn(long now) {
    return living(now).anyMatch(module -> module.status().isPresent() && !module.off());
  }

  /** What the modules that answer complain about. */
  String alarms(long now) {
    return living(now)
        .filter(module -> module.status().filter(said -> !said.alarms().isEmpty()).isPresent())
        .map(
            module ->
                "module "
                    + module.address()
                    + ": "
                    + module.status().map(InfyStatus::alarms).orElse(""))
        .collect(Collectors.joining("; "));
  }
}
