package energy.ebbflow.simulator.straight;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.attribute.NestHostAttribute;
import java.lang.classfile.attribute.NestMembersAttribute;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Replaces call sites that are linked when they first run by calls of code that is there: lambdas
 * and method references become classes, switches over types and the methods of records become
 * methods. What it does not know stays as it is. Not thread-safe; one instance for the classes of
 * one jar.
 */
public final class StraightCode {
  private static final String LAMBDA = "java/lang/invoke/LambdaMetafactory";
  private static final String SWITCH = "java/lang/runtime/SwitchBootstraps";
  private static final String RECORD = "java/lang/runtime/ObjectMethods";

  private final ClassFile classFile;
  private final Map<String, byte[]> made = new TreeMap<>();
  private final Map<ClassDesc, List<ClassDesc>> members = new LinkedHashMap<>();

  /**
   * Makes one.
   *
   * @param classPath where the supertypes of the classes are found
   */
  public StraightCode(ClassLoader classPath) {
    this.classFile =
        ClassFile.of(
            ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(classPath)
                    .orElse(ClassHierarchyResolver.defaultResolver())));
  }

  /**
   * Rewrites classes that know each other.
   *
   * @param classes their bytes by file name, e.g. {@code energy/ebbflow/A.class}
   * @return the same, and the classes that were made for them
   */
  public Map<String, byte[]> rewrite(Map<String, byte[]> classes) {
    Map<String, byte[]> rewritten = new TreeMap<>();
    classes.forEach((name, bytes) -> rewritten.put(name, rewrite(classFile.parse(bytes), bytes)));
    members.forEach(
        (host, added) -> {
          String file = fileName(host);
          byte[] bytes = rewritten.get(file);
          if (bytes == null) {
            throw new IllegalArgumentException(
                "expected the nest host " + file + " in the same jar");
          }
          rewritten.put(file, withMembers(classFile.parse(bytes), added));
        });
    rewritten.putAll(made);
    return rewritten;
  }

  private byte[] rewrite(ClassModel model, byte[] bytes) {
    // Nothing to be done: the very bytes stay.
    if (model.findAttribute(Attributes.bootstrapMethods()).isEmpty()) {
      return bytes;
    }
    Site site = new Site(model);
    ClassTransform methods =
        ClassTransform.transformingMethodBodies(CodeTransform.ofStateful(() -> site::take));
    return classFile.transformClass(
        model, methods.andThen(ClassTransform.endHandler(site::finish)));
  }

  private byte[] withMembers(ClassModel model, List<ClassDesc> added) {
    List<ClassDesc> all = new ArrayList<>();
    model
        .findAttribute(Attributes.nestMembers())
        .ifPresent(present -> present.nestMembers().forEach(each -> all.add(each.asSymbol())));
    all.addAll(added);
    ClassTransform without =
        ClassTransform.dropping(element -> element instanceof NestMembersAttribute);
    return classFile.transformClass(
        model,
        without.andThen(
            ClassTransform.endHandler(
                builder -> builder.with(NestMembersAttribute.ofSymbols(all)))));
  }

  private static String fileName(ClassDesc type) {
    String descriptor = type.descriptorString();
    return descriptor.substring(1, descriptor.length() - 1) + ".class";
  }

  /** One class that is being rewritten. */
  private final class Site {
    private final ClassDesc self;
    private final boolean isInterface;
    private final ClassDesc host;
    private final List<Made> methods = new ArrayList<>();
    private int lambdas;

    Site(ClassModel model) {
      self = model.thisClass().asSymbol();
      isInterface = model.flags().has(java.lang.reflect.AccessFlag.INTERFACE);
      host =
          model
              .findAttribute(Attributes.nestHost())
              .map(NestHostAttribute::nestHost)
              .map(entry -> entry.asSymbol())
              .orElse(self);
    }

    void take(CodeBuilder code, CodeElement element) {
      if (!(element instanceof InvokeDynamicInstruction call && replaced(code, call))) {
        code.with(element);
      }
    }

    private boolean replaced(CodeBuilder code, InvokeDynamicInstruction call) {
      DirectMethodHandleDesc bootstrap = call.bootstrapMethod();
      String owner = internalName(bootstrap.owner());
      return switch (owner + "." + bootstrap.methodName()) {
        case LAMBDA + ".metafactory" -> lambda(code, call);
        case SWITCH + ".typeSwitch" -> method(code, TypeSwitch.of(call));
        case RECORD + ".bootstrap" -> method(code, RecordMethod.of(call));
        default -> false;
      };
    }

    private boolean lambda(CodeBuilder code, InvokeDynamicInstruction call) {
      ClassDesc type = ClassDesc.ofDescriptor("L" + internalName(self) + "$$L" + lambdas + ";");
      Lambda lambda = Lambda.of(call, type, host);
      lambdas++;
      made.put(fileName(type), lambda.bytes(classFile));
      members.computeIfAbsent(host, unused -> new ArrayList<>()).add(type);
      code.invokestatic(type, Lambda.FACTORY, call.typeSymbol());
      return true;
    }

    private boolean method(CodeBuilder code, java.util.Optional<Made> method) {
      if (method.isEmpty()) {
        return false;
      }
      String name = "straight$" + methods.size();
      methods.add(method.get());
      code.invokestatic(self, name, method.get().type(), isInterface);
      return true;
    }

    void finish(ClassBuilder builder) {
      for (int i = 0; i < methods.size(); i++) {
        Made method = methods.get(i);
        builder.withMethodBody(
            "straight$" + i,
            method.type(),
            ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC,
            method::write);
      }
    }
  }

  static String internalName(ClassDesc type) {
    String descriptor = type.descriptorString();
    return descriptor.substring(1, descriptor.length() - 1);
  }
}
