package energy.ebbflow.iso15118.secc.iso20.offer;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a station offers in ISO 15118-20 beside its services and control modes (ISO 15118-20 Table
 * 204 to 210).
 *
 * @param needs who may say what the user needs, in the order of the parameter sets; the station
 *     only in dynamic control [V2G20-2663]
 * @param pricing how prices are told
 * @param channel power path of the bidirectional services
 * @param generators how a bidirectional vehicle may behave as a generator, in the order of the
 *     parameter sets
 * @param islanding how an AC vehicle that discharges detects an island, as the grid code demands
 * @param standby the vehicle may rest with its contactors open
 * @param toleranceRequired a vehicle that does not promise to keep within the plan's tolerance is
 *     refused
 * @param valueAdded value-added services; none of two has the same number
 */
public record Iso20Options(
    List<NeedsFrom> needs,
    Pricing pricing,
    Channel channel,
    List<Generator> generators,
    Islanding islanding,
    boolean standby,
    boolean toleranceRequired,
    List<ValueAddedService> valueAdded) {
  /** VASList and SelectedVASList have room for so many. */
  private static final int MAX_VALUE_ADDED = 8;

  /** Needs by the vehicle, no prices, one channel, grid-following, nothing more. */
  public static final Iso20Options PLAIN =
      new Iso20Options(
          List.of(NeedsFrom.VEHICLE),
          Pricing.NONE,
          Channel.UNIFIED,
          List.of(Generator.GRID_FOLLOWING),
          Islanding.ACTIVE,
          false,
          false,
          List.of());

  /** Refuses an offer without a choice. */
  public Iso20Options {
    needs = List.copyOf(needs);
    generators = List.copyOf(generators);
    valueAdded = List.copyOf(valueAdded);
    if (!needs.contains(NeedsFrom.VEHICLE)) {
      // Scheduled control knows no other, and not every vehicle listens.
      throw new IllegalArgumentException("a vehicle may always say itself what its user needs");
    }
    if (generators.isEmpty()) {
      throw new IllegalArgumentException("a bidirectional station offers a generator mode");
    }
    if (valueAdded.size() > MAX_VALUE_ADDED
        || valueAdded.stream().map(ValueAddedService::serviceId).collect(Collectors.toSet()).size()
            != valueAdded.size()) {
      throw new IllegalArgumentException(
          "at most " + MAX_VALUE_ADDED + " value-added services, each once");
    }
  }

  /** The same, and the station may say what the user needs. */
  public Iso20Options withNeedsByStation() {
    return new Iso20Options(
        List.of(NeedsFrom.STATION, NeedsFrom.VEHICLE),
        pricing,
        channel,
        generators,
        islanding,
        standby,
        toleranceRequired,
        valueAdded);
  }

  /** The same with another way of telling prices. */
  public Iso20Options with(Pricing other) {
    return new Iso20Options(
        needs, other, channel, generators, islanding, standby, toleranceRequired, valueAdded);
  }

  /** The same with other behaviour of bidirectional vehicles. */
  public Iso20Options with(Channel path, List<Generator> modes, Islanding method) {
    return new Iso20Options(
        needs, pricing, path, modes, method, standby, toleranceRequired, valueAdded);
  }

  /** The same, and vehicles may rest in standby. */
  public Iso20Options withStandby() {
    return new Iso20Options(
        needs, pricing, channel, generators, islanding, true, toleranceRequired, valueAdded);
  }

  /** The same, and the plan's tolerance binds. */
  public Iso20Options withToleranceRequired() {
    return new Iso20Options(
        needs, pricing, channel, generators, islanding, standby, true, valueAdded);
  }

  /** The same with value-added services. */
  public Iso20Options with(List<ValueAddedService> services) {
    return new Iso20Options(
        needs, pricing, channel, generators, islanding, standby, toleranceRequired, services);
  }

  /** Parameter MobilityNeedsMode. */
  public enum NeedsFrom {
    VEHICLE(1),
    STATION(2);

    private final int code;

    NeedsFrom(int code) {
      this.code = code;
    }

    /** Value of the parameter. */
    public int code() {
      return code;
    }
  }

  /** Parameter Pricing. */
  public enum Pricing {
    NONE(0),
    /** In a currency. */
    ABSOLUTE(1),
    /** Ranks only: which hour is cheaper. */
    LEVELS(2);

    private final int code;

    Pricing(int code) {
      this.code = code;
    }

    /** Value of the parameter. */
    public int code() {
      return code;
    }
  }

  /** Parameter BPTChannel. */
  public enum Channel {
    /** One power path for both directions. */
    UNIFIED(1),
    /** One power path for each direction. */
    SEPARATED(2);

    private final int code;

    Channel(int code) {
      this.code = code;
    }

    /** Value of the parameter. */
    public int code() {
      return code;
    }
  }

  /** Parameter GeneratorMode. */
  public enum Generator {
    GRID_FOLLOWING(1),
    /** Only behind a proven separation from the grid (R17). */
    GRID_FORMING(2);

    private final int code;

    Generator(int code) {
      this.code = code;
    }

    /** Value of the parameter. */
    public int code() {
      return code;
    }
  }

  /** Parameter GridCodeIslandingDetectionMethod. */
  public enum Islanding {
    ACTIVE(1),
    PASSIVE(2);

    private final int code;

    Islanding(int code) {
      this.code = code;
    }

    /** Value of the parameter. */
    public int code() {
      return code;
    }
  }
}
