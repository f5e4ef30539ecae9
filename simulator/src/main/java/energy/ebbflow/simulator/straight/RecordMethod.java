package energy.ebbflow.simulator.straight;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code equals} and {@code hashCode} of a record as {@link java.lang.Record} defines them:
 * components are compared by {@code compare} of their wrapper or by {@code equals}.
 */
record RecordMethod(MethodTypeDesc type, ClassDesc owner, List<Component> components, boolean equal)
    implements Made {
  /** Names and getters begin behind the class and the names. */
  private static final int FIRST_GETTER = 2;

  private static final int FACTOR = 31;
  private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");

  record Component(String name, ClassDesc type) {}

  RecordMethod {
    components = List.copyOf(components);
  }

  /** Empty for {@code toString}. */
  static Optional<Made> of(InvokeDynamicInstruction call) {
    String name = call.name().stringValue();
    if (!name.equals("equals") && !name.equals("hashCode")) {
      return Optional.empty();
    }
    List<ConstantDesc> arguments = call.bootstrapArgs();
    List<Component> components = new ArrayList<>();
    for (ConstantDesc each : arguments.subList(FIRST_GETTER, arguments.size())) {
      DirectMethodHandleDesc getter = (DirectMethodHandleDesc) each;
      components.add(new Component(getter.methodName(), getter.invocationType().returnType()));
    }
    return Optional.of(
        new RecordMethod(
            call.typeSymbol(),
            (ClassDesc) arguments.getFirst(),
            components,
            name.equals("equals")));
  }

  @Override
  public void write(CodeBuilder code) {
    if (equal) {
      writeEquals(code);
    } else {
      writeHash(code);
    }
  }

  private void writeEquals(CodeBuilder code) {
    int self = code.parameterSlot(0);
    int other = code.parameterSlot(1);
    Label differ = code.newLabel();
    Label notSame = code.newLabel();
    code.aload(self).aload(other).if_acmpne(notSame).loadConstant(1).ireturn();
    code.labelBinding(notSame);
    code.aload(other).instanceOf(owner).ifeq(differ);
    for (Component each : components) {
      code.aload(self).getfield(owner, each.name(), each.type());
      code.aload(other).checkcast(owner).getfield(owner, each.name(), each.type());
      compare(code, each.type(), differ);
    }
    code.loadConstant(1).ireturn();
    code.labelBinding(differ);
    code.loadConstant(0).ireturn();
  }

  private static void compare(CodeBuilder code, ClassDesc type, Label differ) {
    switch (type.descriptorString()) {
      case "Z", "B", "C", "S", "I" -> code.if_icmpne(differ);
      case "J" -> code.lcmp().ifne(differ);
      case "F", "D" ->
          code.invokestatic(
                  Conversion.wrapper(type),
                  "compare",
                  MethodTypeDesc.of(ConstantDescs.CD_int, type, type))
              .ifne(differ);
      default ->
          code.invokestatic(
                  OBJECTS,
                  "equals",
                  MethodTypeDesc.of(
                      ConstantDescs.CD_boolean, ConstantDescs.CD_Object, ConstantDescs.CD_Object))
              .ifeq(differ);
    }
  }

  private void writeHash(CodeBuilder code) {
    int self = code.parameterSlot(0);
    code.loadConstant(0);
    for (Component each : components) {
      code.loadConstant(FACTOR).imul();
      code.aload(self).getfield(owner, each.name(), each.type());
      if (each.type().isPrimitive()) {
        code.invokestatic(
            Conversion.wrapper(each.type()),
            "hashCode",
            MethodTypeDesc.of(ConstantDescs.CD_int, each.type()));
      } else {
        code.invokestatic(
            OBJECTS, "hashCode", MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_Object));
      }
      code.iadd();
    }
    code.ireturn();
  }
}
